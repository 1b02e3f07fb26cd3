package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.source.Sealed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InstallationSealsTest {

    private static final String OLDEST = "c29tZWJvZHkgZWxzZSdzIHNlY3JldCBrZXkuLi4uLi4=";
    private static final String OLD = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String NOW = "OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg=";
    private static final String PLACE = "source/acme/api-key";

    private static InstallationSecret secret(String now, String... previous) {
        return new InstallationSecret(
                Optional.of(now),
                previous.length == 0 ? Optional.empty() : Optional.of(String.join(", ", previous)));
    }

    private static InstallationSeals seals(String now, String... previous) {
        return new InstallationSeals(secret(now, previous));
    }

    @Test
    void whatWasSealedIsOpenedInItsPlaceOnly() {
        var seals = seals(NOW);

        var sealed = seals.seal("hunter2", PLACE);

        assertThat(sealed.text()).doesNotContain("hunter2");
        assertThat(seals.open(sealed, PLACE)).contains("hunter2");
        assertThat(seals.open(sealed, "source/other/api-key")).isEmpty();
        assertThat(seals.open(sealed, "source/acme/token")).isEmpty();
        assertThat(seals.isCurrent(sealed, PLACE)).isTrue();
    }

    @Test
    void formerKeysOpenAndDoNotSeal() {
        var oldest = seals(OLDEST).seal("hunter1", PLACE);
        var old = seals(OLD).seal("hunter2", PLACE);
        var now = seals(NOW, OLD, OLDEST);

        assertThat(now.open(oldest, PLACE)).contains("hunter1");
        assertThat(now.open(old, PLACE)).contains("hunter2");
        assertThat(now.isCurrent(old, PLACE)).isFalse();
        assertThat(seals(NOW).open(now.seal("hunter3", PLACE), PLACE)).contains("hunter3");
    }

    @Test
    void nothingIsOpenedWithoutItsKey() {
        var sealed = seals(OLD).seal("hunter2", PLACE);

        assertThat(seals(NOW, OLDEST).open(sealed, PLACE)).isEmpty();
        assertThat(seals(NOW).open(new Sealed("no base64!"), PLACE)).isEmpty();
    }

    @Test
    void keysOfServiceUsersOutliveTheSecretThatTheyWereMadeWithWhileItIsKnown() {
        var key = new TaggedSecrets(secret(OLD)).newKey();

        assertThat(new TaggedSecrets(secret(NOW, OLD)).mayBeKey(key)).isTrue();
        assertThat(new TaggedSecrets(secret(NOW)).mayBeKey(key)).isFalse();
        assertThat(
                        new TaggedSecrets(secret(NOW))
                                .mayBeKey(new TaggedSecrets(secret(NOW, OLD)).newKey()))
                .isTrue();
    }
}

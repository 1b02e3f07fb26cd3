package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.serviceuser.ServiceKey;
import dev.tallyport.application.serviceuser.ServiceUser;
import dev.tallyport.application.serviceuser.ServiceUsers.Holder;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ServiceUsersTest {

    private static final Instant LATER = AT.plusSeconds(60);

    private final AccessDatabase database = AccessDatabase.open();
    private final PostgresServiceUsers serviceUsers = database.serviceUsers;

    @AfterEach
    void close() {
        database.close();
    }

    private ServiceUser create(String name) {
        return serviceUsers.create(name, Optional.of(LATER), "Ada", AT).orElseThrow();
    }

    private ServiceKey key(ServiceUser user, String digest) {
        return serviceUsers.add(user.id(), "nightly", digest, "cog_tp_abc", Optional.of(LATER), AT);
    }

    @Test
    void aServiceUserIsFoundAsCreated() {
        var user = create("export");
        var first = create("alerts");

        assertThat(user)
                .isEqualTo(
                        new ServiceUser(user.id(), "export", true, Optional.of(LATER), AT, "Ada"));
        assertThat(serviceUsers.find(user.id())).contains(user);
        assertThat(serviceUsers.all()).containsExactly(first, user);
        assertThat(serviceUsers.find(new Principal.ServiceUser(-1))).isEmpty();
    }

    @Test
    void oneNameIsOneServiceUsers() {
        create("export");
        var other = create("other");
        var renamed = new ServiceUser(other.id(), "export", false, Optional.empty(), AT, "Ada");

        assertThat(serviceUsers.create("export", Optional.empty(), "Bob", LATER)).isEmpty();
        assertThat(serviceUsers.save(renamed)).isFalse();
        assertThat(serviceUsers.find(other.id())).contains(other);
    }

    @Test
    void savingTakesOverWhatCanBeChanged() {
        var user = create("export");
        var changed = new ServiceUser(user.id(), "import", false, Optional.empty(), AT, "Ada");
        var sameName = new ServiceUser(user.id(), "import", true, Optional.empty(), AT, "Ada");

        assertThat(serviceUsers.save(changed)).isTrue();
        assertThat(serviceUsers.find(user.id())).contains(changed);
        assertThat(serviceUsers.save(sameName)).isTrue();
    }

    @Test
    void aKeyIsFoundByItsDigestWhateverItsStatus() {
        var user = create("export");
        var key = key(user, "digest");
        var latest = key(user, "latest");

        assertThat(key)
                .isEqualTo(
                        new ServiceKey(
                                key.id(),
                                "nightly",
                                "cog_tp_abc",
                                AT,
                                Optional.of(LATER),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(serviceUsers.keys(user.id())).containsExactly(latest, key);
        assertThat(serviceUsers.byDigest("digest")).contains(new Holder(user, key));
        assertThat(serviceUsers.byDigest("another")).isEmpty();

        serviceUsers.used(key.id(), AT);
        serviceUsers.expire(key.id(), AT);
        serviceUsers.revoke(key.id(), LATER);

        assertThat(serviceUsers.byDigest("digest").orElseThrow().key())
                .isEqualTo(
                        new ServiceKey(
                                key.id(),
                                "nightly",
                                "cog_tp_abc",
                                AT,
                                Optional.of(AT),
                                Optional.of(AT),
                                Optional.of(LATER)));
        assertThat(serviceUsers.byDigest("latest").orElseThrow().key()).isEqualTo(latest);
    }

    @Test
    void aServiceUserThatIsRemovedLeavesNothingThatIsGoodAndItsName() {
        var user = create("export");
        var revoked = key(user, "revoked");
        serviceUsers.revoke(revoked.id(), AT);
        key(user, "digest");
        database.roles.give(user.id(), "auditor", new Scope.Enterprise(), "Ada", AT);

        serviceUsers.remove(user.id(), LATER);

        assertThat(serviceUsers.byDigest("digest")).isEmpty();
        assertThat(serviceUsers.find(user.id())).isEmpty();
        assertThat(serviceUsers.all()).isEmpty();
        assertThat(serviceUsers.keys(user.id()))
                .extracting(key -> key.revokedAt().orElseThrow())
                .containsExactly(LATER, AT);
        assertThat(database.roles.assignments()).isEmpty();
        assertThat(serviceUsers.create("export", Optional.empty(), "Bob", LATER)).isPresent();
    }
}

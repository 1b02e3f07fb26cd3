package dev.tallyport.adapter.rest.serviceuser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.serviceuser.AdministerServiceUsers.Issued;
import dev.tallyport.application.serviceuser.ServiceKey;
import dev.tallyport.application.serviceuser.ServiceKey.KeyId;
import dev.tallyport.application.serviceuser.ServiceUser;
import dev.tallyport.domain.access.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceUserBodiesTest {

    private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");

    private static final ServiceUser EXPORT =
            new ServiceUser(
                    new Principal.ServiceUser(3),
                    "export",
                    true,
                    Optional.of(NOW),
                    Instant.EPOCH,
                    "admin");

    @Test
    void anOldKeyStaysGoodForADayUnlessSaidOtherwise() {
        assertThat(Rotation.of(new byte[0]).overlap()).isEqualTo(Duration.ofHours(24));
        assertThat(Rotation.of("{\"overlap\":\"PT0S\"}".getBytes(UTF_8)).overlap()).isZero();
        assertThatThrownBy(() -> Rotation.of("{\"overlap\":24}".getBytes(UTF_8)))
                .hasMessage("400 A member is wrong: overlap");
    }

    @Test
    void whatIsAbsentStaysAsItIs() {
        var change = ServiceUserChange.of("{}".getBytes(UTF_8), EXPORT);

        assertThat(change).isEqualTo(new ServiceUserChange("export", true, Optional.of(NOW)));
    }

    @Test
    void whatIsSaidTakesItsPlace() {
        var sent = "{\"name\":\"import\",\"enabled\":false,\"expiresAt\":null}".getBytes(UTF_8);

        var change = ServiceUserChange.of(sent, EXPORT);

        assertThat(change).isEqualTo(new ServiceUserChange("import", false, Optional.empty()));
    }

    @Test
    void aKeySaysWhetherItIsGoodNow() {
        assertThat(status(Optional.empty(), Optional.empty())).isEqualTo("active");
        assertThat(status(Optional.of(NOW), Optional.empty())).isEqualTo("expired");
        assertThat(status(Optional.empty(), Optional.of(NOW))).isEqualTo("revoked");
    }

    @Test
    void aSecretIsAnsweredAndNotWrittenToLogs() {
        var key = key(Optional.empty(), Optional.empty());

        var view = IssuedKeyView.of(new Issued(key, "cog_tp_secret"), NOW);

        assertThat(view.secret()).isEqualTo("cog_tp_secret");
        assertThat(view.toString()).doesNotContain("cog_tp_secret");
    }

    private static String status(Optional<Instant> expiresAt, Optional<Instant> revokedAt) {
        return KeyView.of(key(expiresAt, revokedAt), NOW).status();
    }

    private static ServiceKey key(Optional<Instant> expiresAt, Optional<Instant> revokedAt) {
        return new ServiceKey(
                new KeyId(5),
                "production",
                "cog_tp_Zk3p",
                Instant.EPOCH,
                expiresAt,
                Optional.empty(),
                revokedAt);
    }
}

package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.TokenClaims;
import dev.tallyport.application.account.SignInAccount.Provided;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class IdentitiesTest {

    private static final TokenClaims CLAIMS =
            new TokenClaims(
                    new Provided("https://id.example", "42"),
                    "ada",
                    "Ada Lovelace",
                    Optional.empty(),
                    false,
                    Set.of(),
                    false,
                    Set.of(),
                    Set.of());

    private static final QuarkusSecurityIdentity PROVIDED =
            QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal("42"))
                    .addAttribute("tenant-id", "Default")
                    .build();

    private final Installation installation = new Installation();

    @Test
    void whoeverSendsAProvidersTokenIsAViewerWithoutASession() {
        var identity = installation.identities.ofToken(CLAIMS, PROVIDED);

        assertThat(Identities.viewer(identity))
                .hasValueSatisfying(
                        viewer -> assertThat(viewer.account().name()).isEqualTo("Ada Lovelace"));
        assertThat(Identities.session(identity)).isEmpty();
        assertThat(identity.<String>getAttribute("tenant-id")).isEqualTo("Default");
    }

    @Test
    void whoeverSignedInAtAProviderHasASessionThatIsNotLocal() {
        var identity = installation.identities.ofCookie(CLAIMS, "token", PROVIDED);

        assertThat(Identities.session(identity))
                .hasValueSatisfying(session -> {
                    assertThat(session.local()).isFalse();
                    assertThat(session.digest()).isEqualTo(installation.secrets.digestOf("token"));
                    assertThat(session.csrfToken()).matches("[0-9A-Za-z_-]{43}");
                });
        assertThat(Identities.viewer(identity)).isPresent();
    }

    @Test
    void aSessionSaysWhoseItIs() {
        var started = installation.signIn("ada");

        var identity = installation.identities.of(new Proof.SessionToken(started.token()));

        assertThat(Identities.session(identity))
                .hasValueSatisfying(session -> {
                    assertThat(session.local()).isTrue();
                    assertThat(session.account()).isEqualTo(started.account().id());
                });
    }

    @Test
    void aKeyIsNoSession() {
        var issued = installation.issue("exporter");

        var identity = installation.identities.of(new Proof.Key(issued.secret()));

        assertThat(Identities.viewer(identity)).isPresent();
        assertThat(Identities.session(identity)).isEmpty();
    }

    @Test
    void nobodyHasNeitherAViewerNorASession() {
        assertThat(Identities.viewer(Identities.nobody())).isEmpty();
        assertThat(Identities.session(Identities.nobody())).isEmpty();
    }
}

package dev.tallyport.adapter.security;

import static dev.tallyport.adapter.security.Installation.BOOTSTRAP_KEY;
import static dev.tallyport.adapter.security.ServedInstallation.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.account.CurrentSession;
import dev.tallyport.application.account.SignInWays;
import dev.tallyport.application.serviceuser.ServiceUser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyAuthenticationMechanismTest {

    private final Installation installation = new Installation();
    private final ServedInstallation served = new ServedInstallation(installation);

    @AfterEach
    void stop() {
        served.close();
    }

    private String askerWith(String authorization) {
        return served.asker("Authorization", authorization);
    }

    private String askerInSession(String token) {
        return served.asker("Cookie", CurrentSession.COOKIE + "=" + token);
    }

    @Test
    void whoeverSendsTheBootstrapKeyIsItsHolder() {
        assertThat(askerWith("Bearer " + BOOTSTRAP_KEY)).isEqualTo("bootstrap key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void theSchemeIsWrittenInAnyCaseAndFollowedByAnyBlanks(String scheme) {
        assertThat(askerWith(scheme + BOOTSTRAP_KEY)).isEqualTo("bootstrap key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer a-key-of-more-than-thirty-two-character",
                "Bearer a-key-of-more-than-thirty-two-characters-",
                "Bearer A-KEY-OF-MORE-THAN-THIRTY-TWO-CHARACTERS",
                "Basic a-key-of-more-than-thirty-two-characters",
                "a-key-of-more-than-thirty-two-characters"
            })
    void anythingElseIsNobody(String header) {
        assertThat(askerWith(header)).isEqualTo(NOBODY);
    }

    @Test
    void noCredentialIsNobody() {
        assertThat(served.asker()).isEqualTo(NOBODY);
    }

    @Test
    void aServiceUserIsKnownByTheKey() {
        var issued = installation.issue("exporter");

        assertThat(askerWith("Bearer " + issued.secret())).isEqualTo("exporter");
    }

    @Test
    void aGarbageKeyAsksNoStoreAndNeverLeavesTheEventLoop() {
        var foreign =
                new TaggedSecrets(
                                Installation.secret("c29tZWJvZHkgZWxzZSdzIHNlY3JldCBrZXkuLi4uLi4="))
                        .newKey();

        var askers =
                List.of(
                        askerWith("Bearer cog_"),
                        askerWith("Bearer cog_tp_" + "a".repeat(39)),
                        askerWith("Bearer cog_tp_" + "a".repeat(4_000)),
                        askerWith("Bearer " + foreign));

        assertThat(askers).containsOnly(NOBODY);
        assertThat(installation.serviceUsers.lookups()).isZero();
        assertThat(served.waits()).isZero();
    }

    @Test
    void aKeyInTheAddressIsNotLookedAt() {
        var issued = installation.issue("exporter");

        var answer =
                served.send(
                        "GET",
                        "/api/v1/me?access_token=" + issued.secret() + "&key=" + BOOTSTRAP_KEY);

        assertThat(answer.body()).isEqualTo(NOBODY);
        assertThat(installation.serviceUsers.lookups()).isZero();
    }

    @Test
    void aRevokedKeyIsNobodys() {
        var issued = installation.issue("exporter");
        installation.serviceUsers.revoke(issued.key().id(), installation.clock.instant());

        assertThat(askerWith("Bearer " + issued.secret())).isEqualTo(NOBODY);
    }

    @Test
    void aKeyIsNobodysFromTheInstantAtWhichItExpires() {
        var until = installation.clock.instant().plusSeconds(60);
        var issued = installation.issue("exporter", Optional.of(until));

        installation.clock.move(Duration.ofSeconds(59));
        var before = askerWith("Bearer " + issued.secret());
        installation.clock.move(Duration.ofSeconds(1));
        var after = askerWith("Bearer " + issued.secret());

        assertThat(before).isEqualTo("exporter");
        assertThat(after).isEqualTo(NOBODY);
    }

    @Test
    void aKeyOfADisabledServiceUserIsNobodys() {
        var issued = installation.issue("exporter");
        var user = issued.user();
        installation.serviceUsers.save(
                new ServiceUser(
                        user.id(),
                        user.name(),
                        false,
                        user.expiresAt(),
                        user.createdAt(),
                        user.createdBy()));

        assertThat(askerWith("Bearer " + issued.secret())).isEqualTo(NOBODY);
    }

    @Test
    void somebodySignedInIsKnownByTheCookie() {
        var started = installation.signIn("ada");

        assertThat(askerInSession(started.token())).isEqualTo("ada");
    }

    @Test
    void aSessionThatEndedIsNobodys() {
        var started = installation.signIn("ada");
        installation.sessions.end(installation.secrets.digestOf(started.token()));

        assertThat(askerInSession(started.token())).isEqualTo(NOBODY);
    }

    @Test
    void aSessionThatIsOverIsNobodys() {
        var started = installation.signIn("ada");
        installation.clock.move(Duration.ofHours(12));

        assertThat(askerInSession(started.token())).isEqualTo(NOBODY);
    }

    @Test
    void aSessionIsNobodysWhereThereAreNoLocalAccounts() {
        var without = new Installation(new SignInWays(false, false));
        var started = without.signIn("ada");

        try (var servedWithout = new ServedInstallation(without)) {
            var asker =
                    servedWithout.asker("Cookie", CurrentSession.COOKIE + "=" + started.token());

            assertThat(asker).isEqualTo(NOBODY);
        }
    }

    @Test
    void aCookieThatHoldsNoTokenAsksNoStore() {
        assertThat(askerInSession("short")).isEqualTo(NOBODY);
        assertThat(askerInSession("")).isEqualTo(NOBODY);
        assertThat(installation.sessions.lookups()).isZero();
    }

    @Test
    void healthAsksNoStore() {
        var started = installation.signIn("ada");

        var answer =
                served.send(
                        "GET",
                        "/q/health",
                        "Cookie",
                        CurrentSession.COOKIE + "=" + started.token());

        assertThat(answer.body()).isEqualTo(NOBODY);
        assertThat(installation.sessions.lookups()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer cog_tp_wrong", "Bearer something-else", "Basic YTpi", "-"})
    void aHeaderDecidesAlone(String header) {
        var started = installation.signIn("ada");

        var asker =
                served.asker(
                        "Authorization",
                        header,
                        "Cookie",
                        CurrentSession.COOKIE + "=" + started.token());

        assertThat(asker).isEqualTo(NOBODY);
    }

    @Test
    void theHolderOfAKeyIsNotTakenForWhoeverIsSignedIn() {
        var issued = installation.issue("exporter");
        var started = installation.signIn("ada");

        var asker =
                served.asker(
                        "Authorization",
                        "Bearer " + issued.secret(),
                        "Cookie",
                        CurrentSession.COOKIE + "=" + started.token());

        assertThat(asker).isEqualTo("exporter");
    }

    @Test
    void aStoreThatFailsIsAnErrorAndNotNobody() {
        var issued = installation.issue("exporter");
        installation.serviceUsers.fail();

        var answer = served.send("GET", "/api/v1/me", "Authorization", "Bearer " + issued.secret());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("hunter2");
    }

    @Test
    void whoeverSentAWrongKeyIsCounted() {
        var issued = installation.issue("exporter");

        askerWith("Bearer cog_tp_wrong");
        askerWith("Bearer something-else");
        askerWith("Bearer " + issued.secret());
        served.asker();
        served.inAMinute.forEach(Runnable::run);

        assertThat(served.log)
                .containsExactly("credentials refused in the last minute: signIns=0 keys=2");
    }

    @Test
    void noProofIsEverPrinted() {
        assertThat(SecretKey.of(BOOTSTRAP_KEY).toString()).doesNotContain(BOOTSTRAP_KEY);
        assertThat(new Proof.Key("cog_tp_x").toString()).doesNotContain("cog_tp_x");
        assertThat(new Proof.SessionToken("token-x").toString()).doesNotContain("token-x");
    }
}

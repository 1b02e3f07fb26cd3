package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.account.CurrentSession;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForgeryCheckTest {

    private static final String PATH = "/api/v1/service-users";

    private final Installation installation = new Installation();
    private final ServedInstallation served = new ServedInstallation(installation);
    private final Installation.Started started = installation.signIn("ada");

    @AfterEach
    void stop() {
        served.close();
    }

    private HttpResponse<String> sendInSession(String method, String path, String... headers) {
        var cookie = Stream.of("Cookie", CurrentSession.COOKIE + "=" + started.token());
        return served.send(
                method, path, Stream.concat(cookie, Stream.of(headers)).toArray(String[]::new));
    }

    private String csrfToken() {
        var identity = installation.identities.of(new Proof.SessionToken(started.token()));
        return Identities.session(identity).orElseThrow().csrfToken();
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body())
                .startsWith(
                        "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":\"")
                .endsWith("\"}");
    }

    private static void assertPassed(HttpResponse<String> answer, String asker) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(asker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "MERGE"})
    void aChangeInASessionProvesToKnowTheSessionsToken(String method) {
        var without = sendInSession(method, PATH);
        var empty = sendInSession(method, PATH, CurrentSession.CSRF_HEADER, "");
        var wrong = sendInSession(method, PATH, CurrentSession.CSRF_HEADER, "x" + csrfToken());
        var right = sendInSession(method, PATH, CurrentSession.CSRF_HEADER, csrfToken());

        assertRefused(without);
        assertRefused(empty);
        assertRefused(wrong);
        assertPassed(right, "ada");
    }

    @Test
    void theTokenOfAnotherSessionProvesNothing() {
        var other = installation.signIn("grace");
        var identity = installation.identities.of(new Proof.SessionToken(other.token()));
        var others = Identities.session(identity).orElseThrow().csrfToken();

        var answer = sendInSession("POST", PATH, CurrentSession.CSRF_HEADER, others);

        assertRefused(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "OPTIONS"})
    void whatChangesNothingNeedsNoProof(String method) {
        assertPassed(sendInSession(method, PATH, "Origin", "https://evil.example"), "ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "",
                "http://localhost",
                "http://localhost:1",
                "http://localhost.evil.example"
            })
    void anotherOriginIsRefusedWhateverItKnows(String origin) {
        var answer =
                sendInSession(
                        "POST", PATH, "Origin", origin, CurrentSession.CSRF_HEADER, csrfToken());

        assertRefused(answer);
    }

    @Test
    void anotherSchemeIsAnotherOrigin() {
        var answer =
                sendInSession(
                        "POST",
                        PATH,
                        "Origin",
                        served.ownOrigin().replace("http:", "https:"),
                        CurrentSession.CSRF_HEADER,
                        csrfToken());

        assertRefused(answer);
    }

    @Test
    void ownPagesAreNotRefused() {
        var answer =
                sendInSession(
                        "POST",
                        PATH,
                        "Origin",
                        served.ownOrigin(),
                        "Sec-Fetch-Site",
                        "same-origin",
                        CurrentSession.CSRF_HEADER,
                        csrfToken());

        assertPassed(answer, "ada");
    }

    @Test
    void whatTheBrowserCallsCrossSiteIsRefused() {
        var answer =
                sendInSession(
                        "POST",
                        PATH,
                        "Sec-Fetch-Site",
                        "cross-site",
                        CurrentSession.CSRF_HEADER,
                        csrfToken());

        assertRefused(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/session",
                "/api/v1/session/",
                "/api/v1//session",
                "/api/v1/session;a=b",
                "/api/v1/%73ession",
                "/api/v1/password-reset"
            })
    void nobodyIsSignedInByAPageOfAnotherOrigin(String path) {
        var byOrigin = served.send("POST", path, "Origin", "https://evil.example");
        var bySite = served.send("POST", path, "Sec-Fetch-Site", "cross-site");
        var byAForm =
                served.send(
                        "POST",
                        path,
                        "Origin",
                        "https://evil.example",
                        "Authorization",
                        "Basic eA==");
        var byAProgram = served.send("POST", path);

        assertRefused(byOrigin);
        assertRefused(bySite);
        assertRefused(byAForm);
        assertPassed(byAProgram, ServedInstallation.NOBODY);
    }

    @Test
    void whoeverSendsAKeyNeedsNoOtherProof() {
        var issued = installation.issue("exporter");

        var answer =
                sendInSession(
                        "POST",
                        PATH,
                        "Authorization",
                        "Bearer " + issued.secret(),
                        "Origin",
                        "https://dashboard.example",
                        "Sec-Fetch-Site",
                        "cross-site");

        assertPassed(answer, "exporter");
    }

    @Test
    void whoeverIsKnownByACookieWithoutASessionChangesNothing() {
        var cookie = ServedInstallation.OTHER_COOKIE + "=x";

        var byCookie = served.send("POST", PATH, "Cookie", cookie);
        var besideBasic =
                served.send("POST", PATH, "Cookie", cookie, "Authorization", "Basic eA==");

        assertRefused(byCookie);
        assertRefused(besideBasic);
    }

    @Test
    void aWrongKeyBesideACookieOpensNothing() {
        var answer = sendInSession("POST", PATH, "Authorization", "Bearer cog_tp_wrong");

        assertPassed(answer, ServedInstallation.NOBODY);
    }
}

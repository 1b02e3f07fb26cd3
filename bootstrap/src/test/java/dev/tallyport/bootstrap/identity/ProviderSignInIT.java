package dev.tallyport.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallyport.application.account.Sessions;
import dev.tallyport.application.serviceuser.Secrets;
import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.Scope;
import dev.tallyport.simulator.devin.Standing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// People and programs that a real identity provider vouches for, or does not.
@QuarkusTest
@TestProfile(ImpatientTrust.class)
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
@WithTestResource(value = KeycloakResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
final class ProviderSignInIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final String SESSION = "/api/v1/session";
    private static final String USAGE = "/api/v1/usage";
    private static final String KEY_WITH_EVERY_RIGHT = EmbeddedDatabaseResource.KEY;

    @SuppressWarnings("NullAway.Init") // given by KeycloakResource
    KeycloakServer keycloak;

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    @SuppressWarnings("NullAway.Init") // given by Quarkus
    @TestHTTPResource("/")
    URI application;

    @SuppressWarnings("NullAway.Init") // given by Quarkus
    @Inject
    Sessions sessions;

    @SuppressWarnings("NullAway.Init") // given by Quarkus
    @Inject
    Secrets secrets;

    @SuppressWarnings("NullAway.Init") // given by Quarkus
    @Inject
    InstantSource clock;

    @AfterEach
    void putBack() {
        keycloak.setAccessTokenLifespan(Duration.ofMinutes(5));
    }

    @Test
    void whoeverSignedInAtTheProviderIsKnownByACookieThatSaysNothing() {
        keycloak.create(Person.named("signs-in"));
        var browser = new Browser(application);

        var home = browser.signIn(keycloak, "signs-in");

        assertThat(home).isEqualTo("/");
        assertThat(browser.session()).hasValueSatisfying(token -> assertThat(token).hasSize(43));
        var session = json(browser.get(SESSION));
        assertThat(session.path("name").asText()).isEqualTo("signs-in");
        assertThat(session.path("local").booleanValue()).isFalse();
        assertThat(session.path("csrfToken").asText()).hasSize(43);
    }

    @Test
    void theCookieOfASessionIsForTheBrowserAlone() {
        keycloak.create(Person.named("keeps-cookies"));
        var browser = new Browser(application);
        var there = Browser.location(browser.get("/sign-in/provider"));

        var answer =
                browser.get(
                        keycloak.signIn(URI.create(there), "keeps-cookies", "password").toString());

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("q_session="))
                .singleElement()
                .asString()
                .contains("HTTPOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void aBrowserThatLostWhatItWasSentAwayWithIsNotSentThereAgain() {
        var answer = new Browser(application).get("/sign-in/provider?state=x&code=y");

        assertThat(Browser.location(answer)).endsWith("/?sign-in=failed");
    }

    @Test
    void aSessionOutlivesItsTokensUnderTheSameCookie() {
        var browser = signedIn("outlives");
        var before = browser.session();

        rest(SHORT);

        assertThat(browser.get(SESSION).statusCode()).isEqualTo(200);
        assertThat(browser.session()).isEqualTo(before);
    }

    @Test
    void requestsAtOnceOnASessionThatIsToBeRenewedAreAllAnswered() throws Exception {
        keycloak.setOneTimeRefreshTokens(true);
        try {
            var browser = signedIn("asks-at-once");
            rest(SHORT);
            Callable<Integer> request = () -> browser.copy().get(SESSION).statusCode();

            try (var threads = Executors.newFixedThreadPool(8)) {
                var answers =
                        threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> request).toList());

                for (var answer : answers) {
                    assertThat(answer.get()).isEqualTo(200);
                }
            }
            rest(SHORT);
            assertThat(browser.get(SESSION).statusCode()).isEqualTo(200);
        } finally {
            keycloak.setOneTimeRefreshTokens(false);
        }
    }

    @Test
    void aSessionThatTheProviderDoesNotRenewIsOverForGood() {
        var browser = signedIn("not-renewed");
        var token = browser.session().orElseThrow();
        keycloak.endSessions("not-renewed");
        rest(SHORT);

        var answer = browser.get(SESSION);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(browser.session()).isEmpty();
        assertThat(isKept(token)).isFalse();
    }

    @Test
    void whoeverSignedOutIsNobodyWithACopyOfTheCookieToo() {
        keycloak.create(Person.named("signs-out"));
        var browser = new Browser(application);
        browser.signIn(keycloak, "signs-out");
        var copy = browser.copy();
        var token = browser.session().orElseThrow();
        var proof = json(browser.get(SESSION)).path("csrfToken").asText();

        var answer = browser.send("POST", "/sign-out", "X-CSRF-Token", proof);

        assertThat(answer.statusCode()).isEqualTo(200);
        var end = json(answer).path("location").asText();
        assertThat(end).startsWith(keycloak.issuer() + "/protocol/openid-connect/logout?");
        assertThat(browser.session()).isEmpty();
        assertThat(copy.get(SESSION).statusCode()).isEqualTo(401);
        assertThat(isKept(token)).isFalse();
        assertThat(Browser.location(new Browser(application).get(end)))
                .isEqualTo(application.toString());
    }

    @Test
    void nobodyElsesPageSignsSomebodyOut() {
        keycloak.create(Person.named("stays"));
        var browser = new Browser(application);
        browser.signIn(keycloak, "stays");

        var answer = browser.send("POST", "/sign-out");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.get(SESSION).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyIsNoSessionToSignOutOf() {
        var answer =
                new Browser(application)
                        .send("POST", "/sign-out", "Authorization", bearer(KEY_WITH_EVERY_RIGHT));

        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void aTokenForUsIsGood() {
        keycloak.create(Person.named("has-a-token"));

        var answer = byToken(keycloak.token("has-a-token", "password", "tallyport"), SESSION);

        assertThat(json(answer).path("name").asText()).isEqualTo("has-a-token");
        assertThat(json(answer).path("csrfToken").isNull()).isTrue();
    }

    @Test
    void aTokenThatExpiredIsRefused() {
        keycloak.create(Person.named("expires"));
        keycloak.setAccessTokenLifespan(Duration.ofSeconds(1));
        var token = keycloak.token("expires", "password", "tallyport");
        rest(SHORT);

        assertThat(isRefused(token)).isTrue();
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        keycloak.create(Person.named("elsewhere-too"));
        keycloak.setAccessTokenLifespan("elsewhere", Duration.ofMinutes(5));

        assertThat(isRefused(keycloak.token("elsewhere-too", "password", "elsewhere"))).isTrue();
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        var other = keycloak.inRealm("other").token("mallory", "password", "tallyport");

        assertThat(isRefused(other)).isTrue();
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() {
        keycloak.create(Person.named("tampers"));
        var parts = keycloak.token("tampers", "password", "tallyport").split("\\.", -1);
        var other = keycloak.token("tampers", "password", "tallyport").split("\\.", -1);

        assertThat(isRefused(parts[0] + "." + parts[1] + "." + other[2])).isTrue();
        assertThat(isRefused(parts[0] + "." + parts[1] + ".")).isTrue();
        assertThat(isRefused("eyJhbGciOiJub25lIn0." + parts[1] + ".")).isTrue();
    }

    @Test
    void onlyAccessTokensGiveAccess() {
        keycloak.create(Person.named("has-others"));
        var tokens = keycloak.tokens("has-others", "password", "tallyport");

        assertThat(isRefused(tokens.path("id_token").asText())).isTrue();
        assertThat(isRefused(tokens.path("refresh_token").asText())).isTrue();
    }

    @Test
    void whatIsSignedWithANewKeyIsGoodSoon() {
        keycloak.create(Person.named("rotates"));
        assertThat(isRefused(keycloak.token("rotates", "password", "tallyport"))).isFalse();

        keycloak.rotateKeys();

        var token = keycloak.token("rotates", "password", "tallyport");
        await(() -> !isRefused(token), Duration.ofSeconds(5));
    }

    @Test
    void aDisabledAccountIsFeltHoweverLongItsTokenLives() {
        keycloak.create(Person.named("token-of-a-leaver"));
        var token = keycloak.token("token-of-a-leaver", "password", "long-lived");
        rest(ImpatientTrust.TRUST);
        assertThat(isRefused(token)).isFalse();

        keycloak.disable("token-of-a-leaver");

        await(() -> isRefused(token), ImpatientTrust.TRUST.multipliedBy(2));
    }

    @Test
    void aDisabledAccountIsFeltInItsSession() {
        keycloak.create(Person.named("session-of-a-leaver"));
        var browser = new Browser(application);
        browser.signIn(keycloak, "session-of-a-leaver");
        var token = browser.session().orElseThrow();
        assertThat(browser.get(SESSION).statusCode()).isEqualTo(200);

        keycloak.disable("session-of-a-leaver");

        await(() -> browser.get(SESSION).statusCode() == 401, ImpatientTrust.TRUST.multipliedBy(2));
        assertThat(browser.session()).isEmpty();
        assertThat(isKept(token)).isFalse();
    }

    @Test
    void aChangeOfGroupsIsFeltWithTheNextToken() {
        giveRole("auditors-at-the-provider", "auditor");
        keycloak.create(Person.named("changes-groups"));
        var before = usageAs("changes-groups").statusCode();

        keycloak.joinGroup("changes-groups", "auditors-at-the-provider");
        var inside = usageAs("changes-groups").statusCode();
        keycloak.leaveGroup("changes-groups", "auditors-at-the-provider");
        var after = usageAs("changes-groups").statusCode();

        assertThat(before).isEqualTo(403);
        assertThat(inside).isEqualTo(200);
        assertThat(after).isEqualTo(403);
    }

    @Test
    void anAdminOfTheProviderSeesEverything() {
        awaitFirstSync();
        keycloak.create(Person.named("is-admin").withAttribute("isAdmin", "true"));
        keycloak.create(Person.named("has-role-admin").withRoles("admin"));
        var query = "?groupBy=organization&from=" + vendor.enterprise().history().from();
        var everything = json(byToken(KEY_WITH_EVERY_RIGHT, USAGE + query)).path("rows");
        assertThat(everything).isNotEmpty();

        for (var name : Set.of("is-admin", "has-role-admin")) {
            var token = keycloak.token(name, "password", "tallyport");
            assertThat(json(byToken(token, USAGE + query)).path("rows")).isEqualTo(everything);
        }
    }

    @Test
    void anAdminOfAProjectSeesItsRowsAndNoOthers() {
        awaitFirstSync();
        var project = vendor.enterprise().organizations().getFirst().id();
        keycloak.create(
                Person.named("leads-a-project").withAttribute("applications_admin", project));
        var query = "?groupBy=user,organization&from=" + vendor.enterprise().history().from();
        var right = json(byToken(KEY_WITH_EVERY_RIGHT, USAGE + query + "&organization=" + project));

        var answer =
                json(
                        byToken(
                                keycloak.token("leads-a-project", "password", "tallyport"),
                                USAGE + query));

        assertThat(right.path("rows")).isNotEmpty();
        assertThat(quantities(answer)).isEqualTo(quantities(right));
    }

    @Test
    void somebodyInAProjectSeesTheirOwnRowsInIt() {
        awaitFirstSync();
        var somebody = somebodyWithUsageAndAddress();
        var address = Objects.requireNonNull(somebody.email());
        var project = projectOf(somebody.id());
        keycloak.create(
                Person.named("works-in-a-project")
                        .withEmail(address, true)
                        .withAttribute("applications", project));
        var query = "?groupBy=user,organization&from=" + vendor.enterprise().history().from();
        var right =
                json(
                        byToken(
                                KEY_WITH_EVERY_RIGHT,
                                USAGE
                                        + query
                                        + "&organization="
                                        + project
                                        + "&user="
                                        + somebody.id().replace("|", "%7C")));

        var token = keycloak.token("works-in-a-project", "password", "tallyport");
        var answer = json(byToken(token, USAGE + query));

        assertThat(right.path("rows")).isNotEmpty();
        assertThat(quantities(answer)).isEqualTo(quantities(right));
        assertThat(linkedTo(token)).containsExactly(somebody.id());
        keycloak.delete("works-in-a-project");
    }

    @Test
    void anAddressThatIsNotVerifiedLinksToNobody() {
        awaitFirstSync();
        var somebody =
                vendor.enterprise().people(Standing.MEMBER).stream()
                        .filter(person -> person.email() != null)
                        .toList()
                        .getLast();
        var address = Objects.requireNonNull(somebody.email());
        keycloak.create(Person.named("claims-an-address").withEmail(address, false));

        var token = keycloak.token("claims-an-address", "password", "tallyport");

        assertThat(linkedTo(token)).isEmpty();
    }

    /// With tokens that live briefly.
    private Browser signedIn(String name) {
        keycloak.create(Person.named(name));
        keycloak.setAccessTokenLifespan(SHORT);
        var browser = new Browser(application);
        browser.signIn(keycloak, name);
        return browser;
    }

    private HttpResponse<String> byToken(String token, String path) {
        return new Browser(application).send("GET", path, "Authorization", bearer(token));
    }

    private boolean isRefused(String token) {
        var status = byToken(token, SESSION).statusCode();
        assertThat(status).isIn(200, 401);
        return status == 401;
    }

    private boolean isKept(String token) {
        return sessions.kept(secrets.digestOf(token), clock.instant()).isPresent();
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private HttpResponse<String> usageAs(String name) {
        return byToken(keycloak.token(name, "password", "tallyport"), USAGE);
    }

    private Set<String> linkedTo(String token) {
        var users = new TreeSet<String>();
        json(byToken(token, "/api/v1/me"))
                .path("linkedTo")
                .forEach(user -> users.add(user.path("user").asText()));
        return users;
    }

    private static Set<String> quantities(JsonNode answer) {
        var rows = new TreeSet<String>();
        answer.path("rows").forEach(row -> rows.add(row.toString()));
        return rows;
    }

    private dev.tallyport.simulator.devin.Person somebodyWithUsageAndAddress() {
        return vendor.enterprise().people(Standing.MEMBER).stream()
                .filter(person -> person.email() != null)
                .filter(person ->
                        vendor.enterprise()
                                        .total(
                                                Scope.ofUser(person.id()),
                                                vendor.enterprise().history())
                                        .signum()
                                > 0)
                .findFirst()
                .orElseThrow();
    }

    private String projectOf(String user) {
        return vendor.enterprise().truth(vendor.enterprise().history()).keySet().stream()
                .filter(key -> user.equals(key.user()))
                .map(key -> key.organization())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new))
                .first();
    }

    private void giveRole(String group, String role) {
        var body = "{\"to\":{\"group\":\"%s\"},\"role\":\"%s\"}".formatted(group, role);
        var request =
                HttpRequest.newBuilder(application.resolve("/api/v1/role-assignments"))
                        .header("Authorization", bearer(KEY_WITH_EVERY_RIGHT))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void awaitFirstSync() {
        await(
                () ->
                        json(byToken(KEY_WITH_EVERY_RIGHT, "/api/v1/sources/acme"))
                                .hasNonNull("lastCompleteAt"),
                Duration.ofMinutes(2));
    }

    private void await(BooleanSupplier condition, Duration patience) {
        var until = clock.instant().plus(patience).plusSeconds(1);
        while (!condition.getAsBoolean()) {
            assertThat(clock.instant()).isBefore(until);
            pause(Duration.ofMillis(200));
        }
    }

    /// A little longer, as tokens count whole seconds.
    private static void rest(Duration time) {
        pause(time.plusMillis(1_100));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.statusCode() + " " + answer.body(), e);
        }
    }
}

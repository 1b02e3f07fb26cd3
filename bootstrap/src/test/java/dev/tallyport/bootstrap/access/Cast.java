package dev.tallyport.bootstrap.access;

import static dev.tallyport.bootstrap.database.EmbeddedDatabaseResource.KEY;

import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.Organization;
import dev.tallyport.simulator.devin.Person;
import dev.tallyport.simulator.devin.Scope;
import dev.tallyport.simulator.devin.Standing;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// The people and programs of these tests, set up through the API itself.
final class Cast {

    static final Asker OPERATOR = Asker.withKey(KEY);
    static final String PASSWORD = "a password for tests";
    static final String SOURCE = "acme";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DevinEnterprise enterprise;

    Cast(DevinEnterprise enterprise) {
        this.enterprise = enterprise;
    }

    static void awaitFirstSync() throws InterruptedException {
        var until = Clock.systemUTC().instant().plus(Duration.ofMinutes(2));
        while (Clock.systemUTC().instant().isBefore(until)) {
            var state = OPERATOR.get("/api/v1/sources/" + SOURCE).jsonPath();
            if (state.getString("lastCompleteAt") != null) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the first sync did not end in time");
    }

    /// One more of its name.
    static String fresh(String name) {
        return name + "-" + COUNT.incrementAndGet();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The organizations that usage of a person is tied to, or that list them.
    Set<String> organizationsOf(Person person) {
        var organizations = new TreeSet<>(person.organizations());
        for (var organization : enterprise.organizations()) {
            var both = new Scope(person.id(), organization.id());
            if (enterprise.total(both, enterprise.history()).signum() != 0) {
                organizations.add(organization.id());
            }
        }
        return organizations;
    }

    /// Somebody with an address and with usage, tied to the one organization and not to the other,
    /// whom no test made anybody's yet.
    Person memberOf(Organization organization, Organization butNotOf) {
        return enterprise.people(Standing.MEMBER).stream()
                .filter(person -> person.email() != null)
                .filter(person -> person.organizations().contains(organization.id()))
                .filter(person -> !organizationsOf(person).contains(butNotOf.id()))
                .filter(person ->
                        enterprise
                                        .total(
                                                new Scope(person.id(), organization.id()),
                                                enterprise.history())
                                        .signum()
                                > 0)
                .filter(person -> isNobodys(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNobodys(String user) {
        return OPERATOR.get("/api/v1/vendor-users?unlinked=true&search=" + encoded(user))
                .jsonPath()
                .getList("user")
                .contains(user);
    }

    /// The vendor's users that nothing ties to an organization.
    Set<String> usersOutside(Organization organization) {
        return enterprise.people().stream()
                .filter(person -> !organizationsOf(person).contains(organization.id()))
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    Set<String> usersExcept(Person one) {
        return enterprise.people().stream()
                .map(Person::id)
                .filter(id -> !id.equals(one.id()))
                .collect(Collectors.toSet());
    }

    /// Gives somebody a local account under a verified address, and signs them in.
    ///
    /// @return their account's number, their person's number, and they themselves
    SignedIn signUp(String login, String address, String... roles) {
        var created =
                OPERATOR.post(
                                "/api/v1/accounts",
                                """
                                {"login": "%s", "address": "%s", "addressVerified": true}
                                """
                                        .formatted(login, address))
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        var person = created.getLong("account.person");
        choosePassword(created.getString("reset.path"));
        for (var role : roles) {
            give("{\"person\": %d}".formatted(person), role, "");
        }
        return new SignedIn(
                created.getLong("account.id"), person, login, Asker.signedIn(login, PASSWORD));
    }

    record SignedIn(long account, long person, String login, Asker asker) {}

    static void choosePassword(String resetPath) {
        var token = tokenIn(resetPath);
        Asker.NOBODY
                .post(
                        "/api/v1/password-reset",
                        "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, PASSWORD))
                .then()
                .statusCode(204);
    }

    static String tokenIn(String resetPath) {
        return resetPath.substring(resetPath.lastIndexOf('=') + 1);
    }

    static long give(String to, String role, String scope) {
        var body =
                scope.isEmpty()
                        ? "{\"to\": %s, \"role\": \"%s\"}".formatted(to, role)
                        : "{\"to\": %s, \"role\": \"%s\", \"scope\": %s}"
                                .formatted(to, role, scope);
        return OPERATOR.created("/api/v1/role-assignments", body);
    }

    static String within(String organization) {
        return "{\"source\": \"%s\", \"organization\": \"%s\"}".formatted(SOURCE, organization);
    }

    static long serviceUser(String name) {
        return OPERATOR.created("/api/v1/service-users", "{\"name\": \"%s\"}".formatted(name));
    }

    /// A key of a new service user with a role.
    static Asker program(String role, String scope) {
        var user = serviceUser(fresh("program"));
        give("{\"serviceUser\": %d}".formatted(user), role, scope);
        return Asker.withKey(key(user, "").jsonPath().getString("secret"));
    }

    /// @param expiresAt an instant; empty for never
    static Response key(long serviceUser, String expiresAt) {
        var answer =
                OPERATOR.post(
                        "/api/v1/service-users/" + serviceUser + "/keys",
                        expiresAt.isEmpty()
                                ? "{\"name\": \"a key\"}"
                                : "{\"name\": \"a key\", \"expiresAt\": \"%s\"}"
                                        .formatted(expiresAt));
        answer.then().statusCode(201);
        return answer;
    }

    static void exposePersonalAnalytics(boolean on) {
        OPERATOR.ask(
                        "PUT",
                        "/api/v1/flags/expose-personal-analytics/state",
                        "{\"on\": %b, \"reason\": \"a test\"}".formatted(on))
                .then()
                .statusCode(200);
    }

    List<Organization> organizations() {
        return enterprise.organizations();
    }
}

package dev.tallyport.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.Organization;
import dev.tallyport.simulator.devin.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Every endpoint that the application describes of itself, asked as everybody, for one's own and
/// for foreign things. What each may see is written by hand in `access/matrix.txt`.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
@TestInstance(Lifecycle.PER_CLASS)
final class AccessMatrixIT {

    /// Occurs in the name of whatever a test creates that only some may see.
    private static final String CANARY = "canary";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String UNKNOWN_USER = "email%7Cnobody-at-all";
    private static final Duration KEY_LIFE = Duration.ofSeconds(2);

    private enum Role {
        MEMBER,
        OUTSIDER,
        PROJECT_ADMIN,
        AUDITOR,
        ADMIN
    }

    /// @param way how the endpoint is asked; `open` where nobody needs to prove anything
    private record Line(String endpoint, String way, Map<Role, String> expected) {

        String method() {
            return endpoint.substring(0, endpoint.indexOf(' '));
        }

        String path() {
            return endpoint.substring(endpoint.indexOf(' ') + 1);
        }
    }

    private record Sent(String path, @Nullable String body) {}

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    @SuppressWarnings("NullAway.Init") // by setUpOnce
    private Cast cast;

    @SuppressWarnings("NullAway.Init") // by setUpOnce
    private Organization home;

    @SuppressWarnings("NullAway.Init") // by setUpOnce
    private Organization elsewhere;

    @SuppressWarnings("NullAway.Init") // by setUpOnce
    private Person insider;

    @SuppressWarnings("NullAway.Init") // by setUpOnce
    private Person outsider;

    @SuppressWarnings("NullAway.Init") // by setUpOnce
    private Asker somebodyElse;

    private final Map<Role, Asker> askers = new EnumMap<>(Role.class);
    private final Map<Role, Cast.SignedIn> accounts = new EnumMap<>(Role.class);

    @BeforeEach
    void setUpOnce() throws InterruptedException {
        if (!askers.isEmpty()) {
            return;
        }
        Cast.awaitFirstSync();
        cast = new Cast(vendor.enterprise());
        home = cast.organizations().getFirst();
        elsewhere = cast.organizations().getLast();
        insider = cast.memberOf(home, elsewhere);
        outsider = cast.memberOf(elsewhere, home);
        Cast.exposePersonalAnalytics(true);
        signUp(Role.MEMBER, insider);
        signUp(Role.OUTSIDER, outsider);
        askers.put(Role.PROJECT_ADMIN, Cast.program("admin", Cast.within(home.id())));
        askers.put(Role.AUDITOR, Cast.program("auditor", ""));
        askers.put(Role.ADMIN, Cast.program("admin", ""));
        somebodyElse = Cast.program("auditor", "");
    }

    private void signUp(Role role, Person person) {
        var address = Objects.requireNonNull(person.email());
        var signedIn = cast.signUp(Cast.fresh("member"), address, "member");
        accounts.put(role, signedIn);
        askers.put(role, signedIn.asker());
    }

    @Test
    void everyEndpointIsInTheMatrix() {
        var described = described();

        assertThat(described).isNotEmpty();
        assertThat(matrix().stream().map(Line::endpoint).collect(Collectors.toSet()))
                .isEqualTo(described);
    }

    @Test
    void theDescriptionNamesEveryEndpointThereIs() {
        var written =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("dev.tallyport")
                                .stream()
                                .flatMap(type -> type.getMethods().stream())
                                .filter(method -> methodOf(method) != null)
                                .map(AccessMatrixIT::endpointOf)
                                .collect(Collectors.toSet());

        assertThat(described()).isEqualTo(written);
    }

    @Test
    void whoeverProvesNothingIsToldNothing() throws InterruptedException {
        var nobodies = nobodies();
        var told = new SoftAssertions();
        for (var line : matrix()) {
            for (var nobody : nobodies.entrySet()) {
                var answer = ask(nobody.getValue(), Role.ADMIN, line);

                var asked = nobody.getKey() + ": " + line.endpoint() + " " + line.way();
                told.assertThat(answer.statusCode())
                        .as(asked)
                        .isBetween(
                                line.way().equals("open") ? 200 : 401,
                                line.way().equals("open") ? 204 : 401);
                told.assertThat(toldOf(everybody(), answer)).as(asked).isEmpty();
            }
        }
        told.assertAll();
    }

    @Test
    void everybodyIsToldWhatTheMatrixSaysAndNothingForeign() {
        var succeeded = new HashSet<String>();
        var told = new SoftAssertions();
        for (var line : matrix()) {
            for (var role : Role.values()) {
                var asker = Objects.requireNonNull(askers.get(role));

                var answer = ask(asker, role, line);

                var asked = role + ": " + line.endpoint() + " " + line.way();
                var expected = Objects.requireNonNull(line.expected().get(role));
                if (expected.matches("[0-9]+")) {
                    told.assertThat(answer.statusCode())
                            .as(asked)
                            .isEqualTo(Integer.parseInt(expected));
                } else {
                    told.assertThat(answer.statusCode()).as(asked).isBetween(200, 204);
                    succeeded.add(line.endpoint());
                    holds(expected, role)
                            .ifPresent(something ->
                                    told.assertThat(answer.asString().contains(something))
                                            .as(asked + " holds " + something)
                                            .isTrue());
                }
                told.assertThat(toldOf(foreignTo(role, line), answer)).as(asked).isEmpty();
            }
        }
        told.assertAll();
        assertThat(succeeded).isEqualTo(described());
    }

    private Optional<String> holds(String expected, Role role) {
        return switch (expected) {
            case "ok" -> Optional.empty();
            case "own" -> Optional.of(personOf(role).id());
            case "org" -> Optional.of(home.id());
            case "all" -> Optional.of(elsewhere.id());
            default -> throw new AssertionError("the matrix says '" + expected + "'");
        };
    }

    private static List<String> toldOf(Set<String> foreign, Response answer) {
        var body = answer.asString();
        return foreign.stream().filter(body::contains).toList();
    }

    /// What must not be told. Whoever may look at somebody is no secret to them.
    private Set<String> foreignTo(Role role, Line line) {
        var foreign = foreignTo(role);
        return line.path().equals("/api/v1/me/viewers")
                ? foreign.stream().filter(one -> !one.equals(CANARY)).collect(Collectors.toSet())
                : foreign;
    }

    /// What must not be told, whatever is asked.
    private Set<String> foreignTo(Role role) {
        return switch (role) {
            case MEMBER, OUTSIDER -> {
                var person = personOf(role);
                var foreign = new TreeSet<>(cast.usersExcept(person));
                foreign.addAll(addressesExcept(Set.of(Objects.requireNonNull(person.email()))));
                foreign.addAll(organizationsExcept(cast.organizationsOf(person)));
                foreign.add(CANARY);
                yield foreign;
            }
            case PROJECT_ADMIN -> {
                var foreign = new TreeSet<>(cast.usersOutside(home));
                foreign.addAll(addressesExcept(Set.of()));
                foreign.addAll(organizationsExcept(Set.of(home.id())));
                foreign.add(CANARY);
                yield foreign;
            }
            case AUDITOR, ADMIN -> Set.of();
        };
    }

    private Set<String> everybody() {
        var everybody = new TreeSet<>(addressesExcept(Set.of()));
        everybody.addAll(organizationsExcept(Set.of()));
        vendor.enterprise().people().forEach(person -> everybody.add(person.id()));
        everybody.add(CANARY);
        return everybody;
    }

    private Set<String> addressesExcept(Set<String> own) {
        return vendor.enterprise().people().stream()
                .map(Person::email)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(address -> !own.contains(address))
                .collect(Collectors.toSet());
    }

    private Set<String> organizationsExcept(Set<String> own) {
        return cast.organizations().stream()
                .map(Organization::id)
                .filter(id -> !own.contains(id))
                .collect(Collectors.toSet());
    }

    private Person personOf(Role role) {
        return role == Role.OUTSIDER ? outsider : insider;
    }

    /// Proofs that are none, or none any more.
    private static Map<String, Asker> nobodies() throws InterruptedException {
        var user = Cast.serviceUser(Cast.fresh("program"));
        Cast.give("{\"serviceUser\": %d}".formatted(user), "admin", "");
        var revoked = Cast.key(user, "").jsonPath();
        Cast.OPERATOR
                .ask(
                        "DELETE",
                        "/api/v1/service-users/" + user + "/keys/" + revoked.getLong("key.id"),
                        null)
                .then()
                .statusCode(204);
        var end = Clock.systemUTC().instant().plus(KEY_LIFE);
        var expired = Cast.key(user, end.toString()).jsonPath().getString("secret");
        Asker.withKey(expired).get("/api/v1/me").then().statusCode(200);
        Thread.sleep(Duration.between(Clock.systemUTC().instant(), end).plusMillis(50));
        return Map.of(
                "nobody", Asker.NOBODY,
                "garbage key", Asker.withKey("cog_tp_0123456789abcdefghijklmnopqrstuvwxyzABCDEF"),
                "revoked key", Asker.withKey(revoked.getString("secret")),
                "expired key", Asker.withKey(expired),
                "garbage cookie",
                        new Asker(Map.of("Cookie", "tallyport_session=" + "x".repeat(43))));
    }

    private Response ask(Asker asker, Role role, Line line) {
        var sent = sent(role, line);
        var sender =
                line.endpoint().equals("DELETE /api/v1/session") ? another(asker, role) : asker;
        return sender.ask(line.method(), sent.path(), sent.body());
    }

    /// Ends a session that is not needed any more.
    private Asker another(Asker asker, Role role) {
        var account = accounts.get(role);
        return account == null ? asker : Asker.signedIn(account.login(), Cast.PASSWORD);
    }

    private Sent sent(Role role, Line line) {
        if (line.way().equals("garbled")) {
            return Set.of("GET", "DELETE").contains(line.method())
                    ? new Sent(target(role, line) + "?no-such-parameter=1", null)
                    : new Sent(target(role, line), "{\"no-such-member\": 1}");
        }
        return new Sent(
                target(role, line) + query(role, line),
                line.endpoint().startsWith("POST /api/v1/usage")
                        ? question(role, line)
                        : body(line));
    }

    private String query(Role role, Line line) {
        var history = "from=" + vendor.enterprise().history().from();
        var start = "?start=" + vendor.enterprise().history().from();
        var foreign = role == Role.OUTSIDER ? insider : outsider;
        var foreignOrganization = role == Role.OUTSIDER ? home.id() : elsewhere.id();
        if (line.endpoint().startsWith("POST /api/v1/usage")) {
            return "";
        }
        return switch (line.path()) {
            case "/v2/enterprise/consumption/daily" ->
                    line.way().equals("all") ? start : start + "&org_ids=" + foreignOrganization;
            case "/v2/enterprise/consumption/daily/{user_id}" -> start;
            case "/api/v1/usage",
                    "/api/v1/usage/export",
                    "/api/v1/me/usage",
                    "/api/v1/costs",
                    "/api/v1/costs/export" ->
                    "?"
                            + history
                            + (repeatsTheQuestion(line) ? "&format=focus" : "")
                            + "&groupBy=day,user,organization,product"
                            + switch (line.way()) {
                                case "foreign user" -> "&user=" + Cast.encoded(foreign.id());
                                case "foreign person" -> "&person=" + foreignPerson(role);
                                case "foreign organization" ->
                                        "&organization=" + foreignOrganization;
                                case "oneself" -> "&person=me";
                                default -> "";
                            };
            case "/api/v1/activities",
                    "/api/v1/activities/export",
                    "/api/v1/sessions",
                    "/api/v1/sessions/export",
                    "/api/v1/limits",
                    "/api/v1/limits/export",
                    "/api/v1/metrics/active-users",
                    "/api/v1/metrics/active-users/export",
                    "/api/v1/costs/projection/export" ->
                    switch (line.way()) {
                        case "foreign user" -> "?user=" + Cast.encoded(foreign.id());
                        case "foreign person" -> "?person=" + foreignPerson(role);
                        case "oneself" -> "?person=me";
                        default -> "";
                    };
            case "/api/v1/reconciliation", "/api/v1/reconciliation/export" ->
                    "?source=" + Cast.SOURCE + "&" + history;
            case "/api/v1/people/{id}/links" ->
                    line.method().equals("DELETE")
                            ? "?source=" + Cast.SOURCE + "&user=" + Cast.encoded(unlinked)
                            : "";
            case "/api/v1/vendor-users" -> "?limit=1000";
            case "/api/v1/audit/export" -> "?format=csv";
            default -> "";
        };
    }

    private long foreignPerson(Role role) {
        var foreign = role == Role.OUTSIDER ? Role.MEMBER : Role.OUTSIDER;
        return Objects.requireNonNull(accounts.get(foreign)).person();
    }

    /// What was asked stands in other formats, whatever is known of it.
    private static boolean repeatsTheQuestion(Line line) {
        return line.path().endsWith("/export") && line.way().startsWith("foreign");
    }

    private String question(Role role, Line line) {
        var foreign = role == Role.OUTSIDER ? insider : outsider;
        var members =
                switch (line.way()) {
                    case "foreign user" -> ", \"user\": [\"%s\"]".formatted(foreign.id());
                    case "by person" -> "";
                    default -> ", \"bucket\": \"week\"";
                };
        var divided = line.way().equals("by person") ? "person" : "user";
        return "{\"from\": \"%s\", \"groupBy\": [\"%s\", \"organization\"]%s}"
                .formatted(vendor.enterprise().history().from(), divided, members);
    }

    private static final String ONE_DAY = "{\"from\": \"2026-01-01\", \"to\": \"2026-01-02\"}";

    private long job;

    /// A vendor's user whom the last new person was linked to.
    private String unlinked = "";

    /// What the view is called that was saved last.
    private String lastView = "";

    private String target(Role role, Line line) {
        var path = line.path();
        if (path.startsWith("/v2/")) {
            return path.replace("{user_id}", userId(role, line.way()));
        }
        if (path.startsWith("/api/v1/accounts/")) {
            return path.replace("{id}", Long.toString(account(role, line.way())));
        }
        if (path.startsWith("/api/v1/people/")) {
            return path.replace("{id}", Long.toString(person(role, line)));
        }
        if (path.startsWith("/api/v1/service-users/")) {
            var user = Cast.serviceUser(Cast.fresh(CANARY));
            var key = path.contains("{key}") ? Cast.key(user, "").jsonPath().getLong("key.id") : 0;
            return path.replace("{id}", Long.toString(user)).replace("{key}", Long.toString(key));
        }
        if (path.contains("/role-assignments/")) {
            var to = "{\"group\": \"%s\"}".formatted(Cast.fresh(CANARY));
            return path.replace("{id}", Long.toString(Cast.give(to, "auditor", "")));
        }
        if (path.startsWith("/api/v1/sessions/")) {
            return path.replace("{source}", Cast.SOURCE)
                    .replace("{id}", line.way().equals("foreign") ? foreignSession() : "none");
        }
        if (path.startsWith("/api/v1/roles/")) {
            return path.replace("{name}", role());
        }
        if (path.startsWith("/api/v1/flags/")) {
            return path.replace("{key}", flag());
        }
        if (path.startsWith("/api/v1/sources/{name}/jobs/")) {
            return path.replace("{name}", Cast.SOURCE).replace("{id}", Long.toString(job()));
        }
        if (path.startsWith("/api/v1/rates/{id}")) {
            var rate = Cast.OPERATOR.created("/api/v1/rates", rate(Cast.fresh(CANARY)));
            return path.replace("{id}", Long.toString(rate));
        }
        if (path.startsWith("/api/v1/views/")) {
            return path.replace("{id}", Long.toString(view(role, line.way())));
        }
        if (path.equals("/api/v1/sources/{name}") && !line.method().equals("GET")) {
            return path.replace("{name}", managedSource());
        }
        return path.replace("{name}", Cast.SOURCE);
    }

    /// One's own, or somebody else's: private where it is foreign, and shared otherwise.
    private long view(Role role, String way) {
        var owner = way.equals("own") ? Objects.requireNonNull(askers.get(role)) : somebodyElse;
        var foreign = way.equals("foreign");
        lastView = Cast.fresh(foreign ? CANARY : "view");
        return owner.created("/api/v1/views", view(lastView, foreign ? "private" : "everyone"));
    }

    private static String view(String name, String shared) {
        return "{\"name\": \"%s\", \"path\": \"/explore\", \"shared\": \"%s\"}"
                .formatted(name, shared);
    }

    /// Of an organization that does not exist, in a future that never comes.
    private static String rate(String organization) {
        return """
        {
          "meter": "acus", "unit": "ACU", "source": "%s", "organization": "%s",
          "price": {"amount": 2, "currency": "USD"}, "from": "2099-01-01"
        }
        """
                .formatted(Cast.SOURCE, organization);
    }

    /// As it was previewed.
    private static String repricing(String organization) {
        var add = "{\"add\": %s".formatted(rate(organization));
        var token =
                Cast.OPERATOR
                        .post("/api/v1/rates/repricing/preview", add + "}")
                        .jsonPath()
                        .getString("token");
        return "%s, \"token\": \"%s\", \"reason\": \"a test\"}".formatted(add, token);
    }

    /// Of somebody who asks nothing here, elsewhere.
    private String foreignSession() {
        return vendor.enterprise().sessions().stream()
                .filter(session -> session.organization().equals(elsewhere.id()))
                .filter(session -> !session.owner().equals(insider.id()))
                .filter(session -> !session.owner().equals(outsider.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// One that is never read.
    private String managedSource() {
        var name = Cast.fresh(CANARY);
        Cast.OPERATOR.post("/api/v1/sources", pausedSource(name)).then().statusCode(201);
        return name;
    }

    private String pausedSource(String name) {
        return "{\"name\": \"%s\", \"connector\": \"devin\", \"paused\": true, \"settings\": %s}"
                .formatted(name, vendorSettings());
    }

    private String vendorSettings() {
        return "{\"base-url\": \"%s\", \"api-key\": \"a key\"}".formatted(vendor.baseUri());
    }

    /// One that is over.
    private long job() {
        if (job == 0) {
            var jobs = "/api/v1/sources/" + Cast.SOURCE;
            job = Cast.OPERATOR.post(jobs + "/backfills", ONE_DAY).jsonPath().getLong("id");
            Cast.OPERATOR
                    .ask("POST", jobs + "/jobs/" + job + "/cancellation", null)
                    .then()
                    .statusCode(200);
        }
        return job;
    }

    private String userId(Role role, String way) {
        var isOutsider = role == Role.OUTSIDER;
        return switch (way) {
            case "own" -> Cast.encoded((isOutsider ? outsider : insider).id());
            case "foreign" -> Cast.encoded((isOutsider ? insider : outsider).id());
            default -> UNKNOWN_USER;
        };
    }

    private long account(Role role, String way) {
        var own = accounts.get(role);
        return way.equals("own") && own != null
                ? own.account()
                : Cast.OPERATOR
                        .post(
                                "/api/v1/accounts",
                                "{\"login\": \"%s\"}".formatted(Cast.fresh(CANARY)))
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getLong("account.id");
    }

    private long person(Role role, Line line) {
        var own = accounts.get(role);
        if (line.way().equals("own") && own != null) {
            return own.person();
        }
        var person = newPerson();
        if (line.endpoint().equals("DELETE /api/v1/people/{id}/links")) {
            unlinked = nobodys();
            Cast.OPERATOR
                    .post("/api/v1/people/" + person + "/links", userJson(unlinked))
                    .then()
                    .statusCode(201);
        }
        if (line.endpoint().equals("DELETE /api/v1/people/{id}/merged-into")) {
            Cast.OPERATOR
                    .ask(
                            "PUT",
                            "/api/v1/people/" + person + "/merged-into",
                            "{\"person\": %d}".formatted(newPerson()))
                    .then()
                    .statusCode(200);
        }
        return person;
    }

    private static long newPerson() {
        return Cast.OPERATOR.created(
                "/api/v1/people", "{\"name\": \"%s\"}".formatted(Cast.fresh(CANARY)));
    }

    /// A vendor's user who is held to be nobody.
    private static String nobodys() {
        return Cast.OPERATOR
                .get("/api/v1/vendor-users?unlinked=true&limit=1")
                .jsonPath()
                .getString("[0].user");
    }

    private static String userJson(String user) {
        return "{\"source\": \"%s\", \"user\": \"%s\"}".formatted(Cast.SOURCE, user);
    }

    private static String role() {
        var name = Cast.fresh(CANARY);
        Cast.OPERATOR
                .post(
                        "/api/v1/roles",
                        "{\"name\": \"%s\", \"permissions\": [\"ViewSources\"]}".formatted(name))
                .then()
                .statusCode(201);
        return name;
    }

    private static String flag() {
        var key = Cast.fresh(CANARY);
        Cast.OPERATOR
                .ask("PUT", "/api/v1/flags/" + key, "{\"description\": \"a canary\"}")
                .then()
                .statusCode(200);
        Cast.OPERATOR
                .ask("PUT", "/api/v1/flags/" + key + "/state", "{\"on\": false, \"reason\": \"\"}")
                .then()
                .statusCode(200);
        return key;
    }

    private @Nullable String body(Line line) {
        var canary = Cast.fresh(CANARY);
        return switch (line.endpoint()) {
            case "POST /api/v1/session" -> {
                var account = Objects.requireNonNull(accounts.get(Role.MEMBER));
                yield "{\"login\": \"%s\", \"password\": \"%s\"}"
                        .formatted(account.login(), Cast.PASSWORD);
            }
            case "PUT /api/v1/session/password" ->
                    "{\"current\": \"%1$s\", \"password\": \"%1$s\"}".formatted(Cast.PASSWORD);
            case "POST /api/v1/password-reset" -> {
                var reset =
                        Cast.OPERATOR
                                .post("/api/v1/accounts", "{\"login\": \"%s\"}".formatted(canary))
                                .jsonPath()
                                .getString("reset.path");
                yield "{\"token\": \"%s\", \"password\": \"%s\"}"
                        .formatted(Cast.tokenIn(reset), Cast.PASSWORD);
            }
            case "POST /api/v1/accounts" -> "{\"login\": \"%s\"}".formatted(canary);
            case "PATCH /api/v1/accounts/{id}" -> "{\"enabled\": true}";
            case "POST /api/v1/people", "POST /api/v1/service-users" ->
                    "{\"name\": \"%s\"}".formatted(canary);
            case "POST /api/v1/people/{id}/links" -> userJson(nobodys());
            case "PUT /api/v1/people/{id}/merged-into" -> "{\"person\": %d}".formatted(newPerson());
            case "POST /api/v1/roles" ->
                    "{\"name\": \"%s\", \"permissions\": [\"ViewSources\"]}".formatted(canary);
            case "PUT /api/v1/roles/{name}" -> "{\"permissions\": [\"ViewAuditLog\"]}";
            case "POST /api/v1/role-assignments" ->
                    "{\"to\": {\"group\": \"%s\"}, \"role\": \"auditor\"}".formatted(canary);
            case "PATCH /api/v1/service-users/{id}" -> "{\"enabled\": false}";
            case "POST /api/v1/service-users/{id}/keys" -> "{\"name\": \"a key\"}";
            case "POST /api/v1/service-users/{id}/keys/{key}/rotation" -> "{\"overlap\": \"PT1H\"}";
            case "PUT /api/v1/me/preferences" -> "{\"colorScheme\": \"dark\"}";
            case "POST /api/v1/views" -> view(Cast.fresh("view"), "private");
            case "PUT /api/v1/views/{id}" -> view(lastView, "private");
            case "POST /api/v1/rates" -> rate(canary);
            case "PUT /api/v1/rates/{id}" ->
                    "{\"price\": {\"amount\": 3, \"currency\": \"USD\"}, \"from\": \"2099-01-01\"}";
            case "POST /api/v1/rates/repricing/preview" -> "{\"add\": %s}".formatted(rate(canary));
            case "POST /api/v1/rates/repricing" -> repricing(canary);
            case "POST /api/v1/sources" -> pausedSource(canary);
            case "PATCH /api/v1/sources/{name}" -> "{\"every\": \"PT1H\"}";
            case "POST /api/v1/sources/{name}/check" -> "{}";
            case "POST /api/v1/source-checks" ->
                    "{\"connector\": \"devin\", \"settings\": %s}".formatted(vendorSettings());
            case "POST /api/v1/sources/{name}/backfills" -> ONE_DAY;
            case "POST /api/v1/sources/{name}/replays" -> "{\"since\": \"2020-01-01T00:00:00Z\"}";
            case "PUT /api/v1/flags/{key}" -> "{\"description\": \"another\"}";
            case "PUT /api/v1/flags/{key}/state" -> "{\"on\": true, \"reason\": \"a test\"}";
            default -> null;
        };
    }

    private static List<Line> matrix() {
        try (InputStream table = AccessMatrixIT.class.getResourceAsStream("/access/matrix.txt")) {
            var text =
                    new String(
                            Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            var lines = new ArrayList<Line>();
            for (var line : text.lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line(line));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        var cells = Stream.of(text.split("\\|", -1)).map(String::strip).toList();
        assertThat(cells).as(text).hasSize(2 + Role.values().length);
        var expected = new EnumMap<Role, String>(Role.class);
        var next = cells.subList(2, cells.size()).iterator();
        for (var role : Role.values()) {
            expected.put(role, next.next());
        }
        return new Line(cells.get(0), cells.get(1), expected);
    }

    private static Set<String> described() {
        Map<String, Map<String, Object>> paths =
                Asker.NOBODY.get("/q/openapi?format=json").jsonPath().getMap("paths");
        var described = new TreeSet<String>();
        paths.forEach((path, operations) ->
                operations.keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method ->
                                described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return described;
    }

    private static @Nullable String methodOf(JavaMethod method) {
        return method.getAnnotations().stream()
                .flatMap(annotation ->
                        annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class).stream())
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static String endpointOf(JavaMethod method) {
        var root = method.getOwner().tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        var rest = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        var path = rest.isEmpty() ? root : root + "/" + rest;
        return methodOf(method) + " " + path.replaceAll("\\{([^:}]+):[^}]*\\}", "{$1}").strip();
    }
}

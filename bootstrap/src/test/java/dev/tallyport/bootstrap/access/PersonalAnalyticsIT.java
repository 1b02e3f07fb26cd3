package dev.tallyport.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.Person;
import dev.tallyport.simulator.devin.Scope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Personal analytics and both of their gates: the flag for one's organization, and the permission.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
@TestInstance(Lifecycle.PER_CLASS)
final class PersonalAnalyticsIT {

    private static final String MINE = "/api/v1/me/usage";
    private static final String DAILY = "/v2/enterprise/consumption/daily/";
    private static final List<String> OF_PERSONS =
            List.of(
                    "/api/v1/usage",
                    "/api/v1/costs",
                    "/api/v1/costs/projection",
                    "/api/v1/sessions",
                    "/api/v1/activities",
                    "/api/v1/metrics/usage",
                    "/api/v1/metrics/sessions",
                    "/api/v1/metrics/active-users",
                    "/api/v1/limits");
    private static final String FLAG = "/api/v1/flags/expose-personal-analytics/state";

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    @SuppressWarnings("NullAway.Init") // by setUpOnce
    private Cast.SignedIn permitted;

    @SuppressWarnings("NullAway.Init") // by setUpOnce
    private Cast.SignedIn unpermitted;

    @SuppressWarnings("NullAway.Init") // by setUpOnce
    private Person permittedPerson;

    @SuppressWarnings("NullAway.Init") // by setUpOnce
    private Person unpermittedPerson;

    private boolean isSetUp;

    @BeforeEach
    void setUpOnce() throws InterruptedException {
        if (isSetUp) {
            return;
        }
        isSetUp = true;
        Cast.awaitFirstSync();
        var cast = new Cast(vendor.enterprise());
        var home = cast.organizations().getFirst();
        var elsewhere = cast.organizations().getLast();
        permittedPerson = withSessions(() -> cast.memberOf(home, elsewhere));
        permitted = cast.signUp(Cast.fresh("permitted"), addressOf(permittedPerson), "member");
        unpermittedPerson = withSessions(() -> cast.memberOf(home, elsewhere));
        unpermitted = cast.signUp(Cast.fresh("unpermitted"), addressOf(unpermittedPerson));
    }

    /// Not everybody of the sample works with agents.
    private Person withSessions(Supplier<Person> next) {
        return Stream.generate(next)
                .limit(100)
                .filter(person -> sessionsOf(person) > 0)
                .findFirst()
                .orElseThrow();
    }

    private long sessionsOf(Person person) {
        return vendor.enterprise().sessions().stream()
                .filter(session -> session.owner().equals(person.id()))
                .count();
    }

    private static String addressOf(Person person) {
        return Objects.requireNonNull(person.email());
    }

    /// Flags: `off`; `enterprise` on; on for `home` alone; on for an organization `elsewhere`
    /// alone; on but `switched off` for each of one's organizations; on, but `over` since long.
    ///
    /// @param mine status of `/api/v1/me/usage`
    /// @param own status of one's own id in Devin's dialect
    /// @param foreign status of somebody else's id
    @ParameterizedTest
    @CsvSource({
        "off,          true,  404, 404, 404",
        "off,          false, 404, 404, 404",
        "enterprise,   true,  200, 200, 404",
        "enterprise,   false, 403, 403, 403",
        "home,         true,  200, 200, 404",
        "home,         false, 403, 403, 403",
        "elsewhere,    true,  404, 404, 404",
        "elsewhere,    false, 404, 404, 404",
        "switched off, true,  404, 404, 404",
        "switched off, false, 404, 404, 404",
        "over,         true,  404, 404, 404",
        "over,         false, 404, 404, 404",
    })
    void bothGatesAreNeeded(String flag, boolean permission, int mine, int own, int foreign) {
        var asker = permission ? permitted.asker() : unpermitted.asker();
        var person = permission ? permittedPerson : unpermittedPerson;
        var other = permission ? unpermittedPerson : permittedPerson;
        set(flag, person);

        for (var filter : organizationFilters(person)) {
            assertThat(asker.get(MINE + history() + and("organization", filter)).statusCode())
                    .as("%s organization=%s", MINE, filter)
                    .isEqualTo(mine);
            assertThat(asker.get(daily(person, filter)).statusCode())
                    .as("own organization=%s", filter)
                    .isEqualTo(own);
            var foreignAnswer = asker.get(daily(other, filter));
            assertThat(foreignAnswer.statusCode())
                    .as("foreign organization=%s", filter)
                    .isEqualTo(foreign);
            assertThat(foreignAnswer.asString()).doesNotContain(other.id());
        }
        assertThat(Asker.NOBODY.get(MINE).statusCode()).isEqualTo(401);
        assertThat(Asker.NOBODY.get(daily(person, "")).statusCode()).isEqualTo(401);
    }

    /// Status of whatever of one's own is asked for where everybody's is.
    @ParameterizedTest
    @CsvSource({
        "off,        true,  403, flag",
        "off,        false, 403, flag permission",
        "enterprise, true,  200, ''",
        "enterprise, false, 403, permission",
    })
    void whatIsOnesOwnIsAskedForWhereEverybodysIs(
            String flag, boolean permission, int status, String missing) {
        var asker = permission ? permitted.asker() : unpermitted.asker();
        set(flag, permission ? permittedPerson : unpermittedPerson);

        for (var path : OF_PERSONS) {
            var answer = asker.get(path + "?person=me");

            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(foreignIn(answer, permission ? permittedPerson : unpermittedPerson))
                    .as(path)
                    .isEmpty();
        }
        var me = asker.get("/api/v1/me").jsonPath();
        assertThat(me.getBoolean("personalAnalytics.shown")).isEqualTo(missing.isEmpty());
        assertThat(String.join(" ", me.getList("personalAnalytics.missing", String.class)))
                .isEqualTo(missing);
        assertThat(me.getString("sees.costs")).isEqualTo(missing.isEmpty() ? "own" : "none");
    }

    private List<String> foreignIn(Response answer, Person oneself) {
        return vendor.enterprise().people().stream()
                .map(Person::id)
                .filter(id -> !id.equals(oneself.id()))
                .filter(answer.asString()::contains)
                .toList();
    }

    @Test
    void onesOwnIsTheSameForOneselfAndForWhoeverSeesEverything() {
        set("enterprise", permittedPerson);
        var me = "&person=me";
        var byNumber = "&person=" + permitted.person();
        var sessions = "/api/v1/sessions" + wholeHistory() + "&limit=1000";
        var own = sessionsOf(permittedPerson);

        for (var whose : List.of("", me)) {
            var seen = permitted.asker().get(sessions + whose).jsonPath();
            assertThat(seen.getList("sessions.user")).hasSize(Math.toIntExact(own));
            assertThat(seen.getList("sessions.titleHidden")).doesNotContain(true);
        }
        for (var path :
                List.of(
                        sessions,
                        "/api/v1/costs" + wholeHistory(),
                        "/api/v1/metrics/sessions" + wholeHistory(),
                        "/api/v1/limits?unlimited=true")) {
            assertThat(permitted.asker().get(path + me).asString())
                    .as(path)
                    .isEqualTo(Cast.OPERATOR.get(path + byNumber).asString());
        }
        assertThat(Cast.OPERATOR.get(sessions + me).jsonPath().getList("sessions")).isEmpty();
    }

    @Test
    void severalPersonsUsersOrganizationsAndSourcesCombine() {
        var both = permitted.person() + "," + unpermitted.person();
        var sessions =
                "/api/v1/sessions" + wholeHistory() + "&limit=1000&source=acme,other&person=";
        var users = List.of(permittedPerson.id(), unpermittedPerson.id());

        var ofBoth = Cast.OPERATOR.get(sessions + both).jsonPath();
        var ofOne = Cast.OPERATOR.get(sessions + both + "&user=" + Cast.encoded(users.getFirst()));

        assertThat(ofBoth.getList("sessions.user", String.class)).hasSameElementsAs(users);
        assertThat(ofOne.jsonPath().getList("sessions.user", String.class))
                .containsOnly(users.getFirst());
    }

    @Test
    void everybodyLearnsWhoMaySeeTheirs() {
        set("off", unpermittedPerson);
        var home = unpermittedPerson.organizations().getFirst();
        var elsewhere = vendor.enterprise().organizations().getLast().id();
        var lead = Cast.fresh("lead");
        var stranger = Cast.fresh("stranger");
        var auditors = Cast.fresh("auditors");
        Cast.give(
                "{\"serviceUser\": %d}".formatted(Cast.serviceUser(lead)),
                "admin",
                Cast.within(home));
        Cast.give(
                "{\"serviceUser\": %d}".formatted(Cast.serviceUser(stranger)),
                "admin",
                Cast.within(elsewhere));
        Cast.give("{\"group\": \"%s\"}".formatted(auditors), "auditor", "");

        var viewers = unpermitted.asker().get("/api/v1/me/viewers?limit=1000");

        viewers.then().statusCode(200);
        var seen = viewers.jsonPath();
        assertThat(seen.getList("viewers.name", String.class))
                .contains(lead, auditors)
                .doesNotContain(stranger, permitted.login(), unpermitted.login());
        var ofLead = "viewers.find { it.name == '%s' }".formatted(lead);
        assertThat(seen.getString(ofLead + ".kind")).isEqualTo("service-user");
        assertThat(seen.getString(ofLead + ".by[0].role")).isEqualTo("admin");
        assertThat(seen.getString(ofLead + ".by[0].scope.organization")).isEqualTo(home);
        assertThat(seen.getList(ofLead + ".by[0].sees"))
                .isEqualTo(List.of("consumption", "costs", "metrics", "sessions"));
        var first = unpermitted.asker().get("/api/v1/me/viewers?limit=1").jsonPath();
        assertThat(first.getList("viewers.name"))
                .isEqualTo(seen.getList("viewers.name").subList(0, 1));
        assertThat(first.getLong("next")).isEqualTo(1);
    }

    @Test
    void onesOwnConsumptionIsTheVendorsAcrossAllOrganizationsAndInOne() {
        set("enterprise", permittedPerson);
        var enterprise = vendor.enterprise();
        var all = Scope.ofUser(permittedPerson.id());

        assertThat(total(permitted.asker().get(MINE + history()), "total.quantity"))
                .isEqualByComparingTo(enterprise.total(all, enterprise.history()));
        for (var organization : enterprise.organizations()) {
            var inOne = new Scope(permittedPerson.id(), organization.id());
            var answer =
                    permitted
                            .asker()
                            .get(MINE + history() + and("organization", organization.id()));
            assertThat(total(answer, "total.quantity"))
                    .as(organization.id())
                    .isEqualByComparingTo(enterprise.total(inOne, enterprise.history()));
        }
    }

    @Test
    void noParameterShowsSomebodyElse() {
        set("enterprise", permittedPerson);
        var other = unpermittedPerson.id();
        var asked =
                List.of(
                        MINE + history() + "&groupBy=user&user=" + Cast.encoded(other),
                        MINE + history() + "&groupBy=user,organization,product,day",
                        "/api/v1/usage" + history() + "&groupBy=user",
                        "/api/v1/usage" + history() + "&groupBy=user&user=" + Cast.encoded(other),
                        DAILY.substring(0, DAILY.length() - 1)
                                + "?start="
                                + vendor.enterprise().history().from());

        for (var path : asked) {
            var answer = permitted.asker().get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            for (var person : vendor.enterprise().people()) {
                if (!person.id().equals(permittedPerson.id())) {
                    assertThat(answer.asString()).as(path).doesNotContain(person.id());
                }
            }
        }
    }

    @Test
    void whoeverSeesEverythingHasNoAnalyticsOfTheirOwnWithoutTheFlag() {
        set("off", permittedPerson);
        Cast.OPERATOR.get(MINE).then().statusCode(404);
        Cast.OPERATOR.get(daily(permittedPerson, "")).then().statusCode(200);

        set("enterprise", permittedPerson);

        Cast.OPERATOR.get(MINE).then().statusCode(200);
    }

    @Test
    void whatIsOnesOwnIsNotRecordedAndWhatIsNotIs() {
        set("enterprise", permittedPerson);
        var reads = "/api/v1/audit?action=usage.read&limit=1000&principal=";
        var person = "person:" + permitted.person();
        permitted.asker().get(MINE + history() + "&groupBy=user").then().statusCode(200);
        permitted.asker().get(daily(permittedPerson, "")).then().statusCode(200);
        assertThat(Cast.OPERATOR.get(reads + person).jsonPath().getList("entries")).isEmpty();
        var before = Cast.OPERATOR.get(reads + "bootstrap-key").jsonPath().getList("entries");

        Cast.OPERATOR.get(daily(permittedPerson, "")).then().statusCode(200);

        var after = Cast.OPERATOR.get(reads + "bootstrap-key").jsonPath();
        assertThat(after.getList("entries")).hasSize(before.size() + 1);
        assertThat(after.getString("entries[0].after")).contains(permittedPerson.id());
    }

    private static BigDecimal total(Response answer, String path) {
        var found = answer.then().statusCode(200).extract().jsonPath().get(path);
        return found == null ? BigDecimal.ZERO : new BigDecimal(found.toString());
    }

    private String history() {
        return "?from=" + vendor.enterprise().history().from();
    }

    private String wholeHistory() {
        return history() + "&to=" + vendor.enterprise().history().until();
    }

    private String daily(Person person, String organization) {
        return DAILY
                + Cast.encoded(person.id())
                + "?start="
                + vendor.enterprise().history().from()
                + and("org_ids", organization);
    }

    private static String and(String parameter, String value) {
        return value.isEmpty() ? "" : "&" + parameter + "=" + value;
    }

    private List<String> organizationFilters(Person person) {
        return List.of(
                "",
                person.organizations().getFirst(),
                vendor.enterprise().organizations().getLast().id());
    }

    private void set(String flag, Person person) {
        for (var organization : vendor.enterprise().organizations()) {
            clear("?source=" + Cast.SOURCE + "&organization=" + organization.id());
        }
        clear("");
        switch (flag) {
            case "off" -> {}
            case "enterprise" -> state("\"on\": true");
            case "over" -> state("\"on\": true, \"until\": \"2020-01-01T00:00:00Z\"");
            case "home" -> person.organizations().forEach(id -> stateIn(id, true));
            case "elsewhere" -> stateIn(vendor.enterprise().organizations().getLast().id(), true);
            case "switched off" -> {
                state("\"on\": true");
                person.organizations().forEach(id -> stateIn(id, false));
            }
            default -> throw new AssertionError(flag);
        }
    }

    private static void clear(String query) {
        assertThat(Cast.OPERATOR.ask("DELETE", FLAG + query, null).statusCode()).isIn(204, 404);
    }

    private static void stateIn(String organization, boolean on) {
        state("\"on\": %b, \"scope\": %s".formatted(on, Cast.within(organization)));
    }

    private static void state(String members) {
        Cast.OPERATOR
                .ask("PUT", FLAG, "{%s, \"reason\": \"a test\"}".formatted(members))
                .then()
                .statusCode(200);
    }
}

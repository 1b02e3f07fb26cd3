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
        permittedPerson = cast.memberOf(home, elsewhere);
        permitted = cast.signUp(Cast.fresh("permitted"), addressOf(permittedPerson), "member");
        unpermittedPerson = cast.memberOf(home, elsewhere);
        unpermitted = cast.signUp(Cast.fresh("unpermitted"), addressOf(unpermittedPerson));
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

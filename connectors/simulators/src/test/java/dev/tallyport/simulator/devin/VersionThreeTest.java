package dev.tallyport.simulator.devin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VersionThreeTest {

    private static final String KEY = "cog_test";
    private static final String DAILY = "/v3/enterprise/consumption/daily";

    private final DevinEnterprise enterprise =
            DevinEnterprise.generate(
                    3,
                    Instant.parse("2026-06-20T12:00:00Z"),
                    Sizes.standard().withPeople(60).withCycles(6));
    private final DevinSimulator simulator =
            new DevinSimulator(enterprise, SimulatorOptions.of(KEY));
    private final String window =
            "?time_after="
                    + enterprise.history().start().getEpochSecond()
                    + "&time_before="
                    + enterprise.history().end().getEpochSecond();
    private final Client client = Client.of(simulator, KEY);

    @BeforeEach
    void start() throws IOException {
        simulator.start();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void organizationsAndWhatIsTiedToNoneAddUpToTheEnterpriseOnEachDay() throws Exception {
        var parts = new HashMap<Long, BigDecimal>();
        for (var organization : enterprise.organizations()) {
            addDays(
                    parts,
                    client.json(
                            "/v3/organizations/"
                                    + organization.id()
                                    + "/consumption/daily"
                                    + window));
        }
        enterprise
                .truth(enterprise.history())
                .forEach((key, quantity) -> {
                    if (key.organization() == null) {
                        parts.merge(
                                Days.startOf(key.day()).getEpochSecond(),
                                quantity,
                                BigDecimal::add);
                    }
                });

        var whole = new HashMap<Long, BigDecimal>();
        addDays(whole, client.json(DAILY + window));

        assertThat(whole).isNotEmpty();
        assertThat(stripped(parts)).isEqualTo(stripped(whole));
    }

    @Test
    void everybodyWhoIsAnsweredAndTheResidualAddUpToTheEnterprise() throws Exception {
        var sum = BigDecimal.ZERO;
        for (var person : enterprise.people()) {
            if (enterprise.isAnswered(person.id())) {
                sum = sum.add(total(DAILY + "/users/" + Client.encoded(person.id()) + window));
            }
        }
        for (var each : enterprise.serviceUsers(true)) {
            sum = sum.add(total(DAILY + "/service-users/" + each.id() + window));
        }
        var residual =
                enterprise.residual(enterprise.history()).values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum.add(residual)).isEqualByComparingTo(total(DAILY + window));
    }

    @Test
    void productsOfADayAddUpToTheDayAndDaysToTheTotal() throws Exception {
        var answer = client.json(DAILY + window);

        var sum = BigDecimal.ZERO;
        for (var day : answer.get("consumption_by_date")) {
            var products = day.get("acus_by_product");
            assertThat(products.fieldNames())
                    .toIterable()
                    .containsExactly("devin", "cascade", "terminal", "review");
            var ofDay = BigDecimal.ZERO;
            for (var product : products) {
                ofDay = ofDay.add(product.decimalValue());
            }
            assertThat(ofDay).isEqualByComparingTo(day.get("acus").decimalValue());
            sum = sum.add(ofDay);
        }
        assertThat(sum).isEqualByComparingTo(answer.get("total_acus").decimalValue());
    }

    @Test
    void windowIsTheCurrentCycleUnlessAskedAndHalfOpenByStartOfDay() throws Exception {
        var cycle = enterprise.currentCycle();
        var secondDay = cycle.start().plusSeconds(86_400).getEpochSecond();

        assertThat(total(DAILY)).isEqualByComparingTo(enterprise.total(cycle));
        assertThat(
                        client.json(
                                        DAILY
                                                + "?time_after="
                                                + (secondDay - 1)
                                                + "&time_before="
                                                + (secondDay + 1))
                                .get("consumption_by_date"))
                .singleElement()
                .satisfies(day -> assertThat(day.get("date").asLong()).isEqualTo(secondDay));
        assertThat(client.send(DAILY + "?time_after=0&time_before=1").body())
                .isEqualTo("{\"total_acus\":0.0,\"consumption_by_date\":[]}");
    }

    @Test
    void usageOfAPersonInOneOrganizationIsAnswered() throws Exception {
        var person =
                enterprise.people(Standing.MEMBER).stream()
                        .filter(each -> each.organizations().size() == 2)
                        .findFirst()
                        .orElseThrow();

        for (var organization : person.organizations()) {
            var path =
                    "/v3/organizations/"
                            + organization
                            + "/consumption/daily/users/"
                            + Client.encoded(person.id());
            assertThat(total(path + window))
                    .isEqualByComparingTo(
                            enterprise.total(
                                    new Scope(person.id(), organization), enterprise.history()));
        }
    }

    @Test
    void pagingVisitsEveryMemberExactlyOnce() throws Exception {
        var members = client.pages("/v3/enterprise/members/users", 7);

        assertThat(members)
                .extracting(item -> item.get("user_id").asText())
                .containsExactlyElementsOf(
                        enterprise.people(Standing.MEMBER).stream().map(Person::id).toList());
        assertThat(client.pages("/v3/enterprise/organizations", 4)).hasSize(6);
        assertThat(client.pages("/v3/enterprise/consumption/cycles", 4)).hasSize(6);
        assertThat(client.pages("/v3/enterprise/members/service-users", 3)).hasSize(7);
    }

    @Test
    void rolesNameThePresentOrganizations() throws Exception {
        var person = enterprise.people(Standing.MEMBER).getFirst();

        var answer = client.json("/v3/enterprise/members/users/" + Client.encoded(person.id()));

        assertThat(answer.get("role_assignments"))
                .extracting(role -> role.get("org_id").asText(null))
                .containsExactly(null, person.organizations().getFirst());
    }

    @Test
    void pageSizeOutsideItsBoundsIsRefusedByParameter() throws Exception {
        for (var first : new String[] {"0", "201", "many"}) {
            var refusal = client.send("/v3/enterprise/members/users?first=" + first);

            var error = Client.parsed(refusal.body()).get("detail").get(0);
            assertThat(refusal.statusCode()).isEqualTo(422);
            assertThat(error.get("loc")).hasToString("[\"query\",\"first\"]");
            assertThat(error.get("input").asText()).isEqualTo(first);
        }
    }

    @Test
    void cursorOfAnotherListIsRefused() throws Exception {
        var cursor = client.json("/v3/enterprise/organizations?first=1").get("end_cursor").asText();

        var path = "/v3/enterprise/members/users?after=";
        assertThat(client.send(path + Client.encoded(cursor)).statusCode()).isEqualTo(422);
        assertThat(client.send(path + "%25").statusCode()).isEqualTo(422);
    }

    @Test
    void unknownIdsAreNotFound() throws Exception {
        var purged = enterprise.people(Standing.PURGED).getFirst().id();
        var serviceUser = enterprise.serviceUsers(false).getFirst().id();

        assertThat(client.send(DAILY + "/users/" + Client.encoded(purged)).statusCode())
                .isEqualTo(404);
        assertThat(client.send(DAILY + "/users/" + serviceUser).statusCode()).isEqualTo(404);
        assertThat(client.send(DAILY + "/organizations/org-x").statusCode()).isEqualTo(404);
        assertThat(client.send("/v3/organizations/org-x/consumption/cycles").body())
                .isEqualTo("{\"detail\":\"Path not found\"}");
    }

    @Test
    void restatementShowsInEverySeriesOfThatDay() throws Exception {
        var person = enterprise.people(Standing.MEMBER).getFirst();
        var organization = person.organizations().getFirst();
        var day = enterprise.currentCycle().from();
        var userPath = DAILY + "/users/" + Client.encoded(person.id());
        var before = total(DAILY);
        var beforeOfUser = total(userPath);
        var figure =
                enterprise
                        .truth(enterprise.currentCycle())
                        .getOrDefault(
                                new UsageKey(day, person.id(), organization, "devin"),
                                BigDecimal.ZERO);

        enterprise.restate(
                day, person.id(), organization, "devin", figure.add(new BigDecimal("1.25")));

        assertThat(total(DAILY).subtract(before)).isEqualByComparingTo("1.25");
        assertThat(total(userPath).subtract(beforeOfUser)).isEqualByComparingTo("1.25");
    }

    @Test
    void hiddenPersonIsAnsweredByIdAndAPurgedOneIsNot() throws Exception {
        var person = enterprise.people(Standing.MEMBER).getFirst();
        var path = DAILY + "/users/" + Client.encoded(person.id());
        var members = "/v3/enterprise/members/users";
        int before = client.json(members).get("total").asInt();

        enterprise.hide(person.id());
        assertThat(client.json(members).get("total").asInt()).isEqualTo(before - 1);
        assertThat(client.send(path).statusCode()).isEqualTo(200);

        enterprise.purge(person.id());
        assertThat(client.send(path).statusCode()).isEqualTo(404);
        assertThat(total(DAILY)).isEqualByComparingTo(enterprise.total(enterprise.currentCycle()));
    }

    private BigDecimal total(String path) throws Exception {
        return client.json(path).get("total_acus").decimalValue();
    }

    private static void addDays(Map<Long, BigDecimal> sums, JsonNode answer) {
        for (var day : answer.get("consumption_by_date")) {
            sums.merge(day.get("date").asLong(), day.get("acus").decimalValue(), BigDecimal::add);
        }
    }

    private static Map<Long, BigDecimal> stripped(Map<Long, BigDecimal> sums) {
        var stripped = new HashMap<>(sums);
        stripped.replaceAll((_, sum) -> sum.stripTrailingZeros());
        return stripped;
    }
}

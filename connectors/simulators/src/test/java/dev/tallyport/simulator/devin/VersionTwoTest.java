package dev.tallyport.simulator.devin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VersionTwoTest {

    private static final String KEY = "cog_test";
    private static final String DAILY = "/v2/enterprise/consumption/daily";

    private final DevinEnterprise enterprise =
            DevinEnterprise.generate(
                    3,
                    Instant.parse("2026-06-20T12:00:00Z"),
                    Sizes.standard().withPeople(60).withCycles(6));
    private final Days history = enterprise.history();
    private final DevinSimulator simulator =
            new DevinSimulator(enterprise, SimulatorOptions.of(KEY));
    private final String window = "?start_date=" + history.start() + "&end_date=" + history.end();
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
    void cyclesAreABareArrayThatEndsWithTheCurrentOne() throws Exception {
        var cycles = client.json("/v2/enterprise/consumption/cycles");

        assertThat(cycles.isArray()).isTrue();
        assertThat(cycles).hasSize(6);
        assertThat(cycles.get(5))
                .hasToString(
                        "{\"start\":\"2026-06-16T08:00:00Z\",\"end\":\"2026-07-16T08:00:00Z\"}");
    }

    @Test
    void totalIsTheSumOfItsDays() throws Exception {
        var answer = client.json(DAILY + window);

        assertThat(sum(answer.get("consumption_by_date")))
                .isEqualByComparingTo(enterprise.total(history));
        assertThat(answer.get("total_acus").decimalValue())
                .isEqualByComparingTo(enterprise.total(history));
        assertThat(answer.get("consumption_by_date").has("2026-06-16")).isTrue();
    }

    @Test
    void windowIsTheCurrentCycleUntilNowUnlessAsked() throws Exception {
        var upToNow = client.json(DAILY).get("total_acus").decimalValue();
        var byAlias =
                client.json(DAILY + "?start=2026-06-16&end=2026-06-17").get("consumption_by_date");

        assertThat(upToNow).isEqualByComparingTo(enterprise.total(enterprise.currentCycle()));
        assertThat(byAlias.fieldNames()).toIterable().containsExactly("2026-06-16");
    }

    @Test
    void usersAreThoseWhoAreAnsweredAndHadUsage() throws Exception {
        var expected = new HashSet<String>();
        for (var key : enterprise.truth(history).keySet()) {
            var user = key.user();
            if (user != null && enterprise.person(user).isPresent()) {
                expected.add(user);
            }
        }

        var byUser = client.json(DAILY + window).get("consumption_by_user");

        assertThat(byUser.fieldNames()).toIterable().hasSameElementsAs(expected);
        assertThat(enterprise.people(Standing.FORMER))
                .isNotEmpty()
                .allMatch(each -> byUser.has(each.id()));
    }

    @Test
    void organizationsDropCascadeAndTerminal() throws Exception {
        var asked =
                enterprise.organizations().subList(0, 2).stream().map(Organization::id).toList();
        var expected =
                enterprise.truth(history).entrySet().stream()
                        .filter(entry -> entry.getKey().organization() != null)
                        .filter(entry -> asked.contains(entry.getKey().organization()))
                        .filter(entry ->
                                List.of("devin", "review").contains(entry.getKey().product()))
                        .map(entry -> entry.getValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);

        var joined = client.json(DAILY + window + "&org_ids=" + String.join(",", asked));
        var repeated = client.json(DAILY + window + "&org_ids=" + String.join("&org_ids=", asked));

        assertThat(joined.get("total_acus").decimalValue()).isEqualByComparingTo(expected);
        assertThat(sum(joined.get("consumption_by_org_id"))).isEqualByComparingTo(expected);
        assertThat(repeated).isEqualTo(joined);
    }

    @Test
    void oneUserIsAnsweredWithoutTheMapOfUsers() throws Exception {
        var person = enterprise.people(Standing.FORMER).getFirst();

        var answer = client.json(DAILY + "/" + Client.encoded(person.id()) + window);

        assertThat(answer.has("consumption_by_user")).isFalse();
        assertThat(answer.get("total_acus").decimalValue())
                .isEqualByComparingTo(enterprise.total(Scope.ofUser(person.id()), history));
        assertThat(client.send(DAILY + "/email%7Cnobody").statusCode()).isEqualTo(404);
    }

    @Test
    void pagingVisitsEveryMemberExactlyOnce() throws Exception {
        var ids = new HashSet<String>();
        int skip = 0;
        JsonNode page;
        do {
            page = client.json("/v2/enterprise/members?limit=9&skip=" + skip);
            for (var item : page.get("items")) {
                assertThat(ids.add(item.get("user_id").asText())).isTrue();
            }
            skip = page.get("next_cursor").asInt();
        } while (page.get("has_more").asBoolean());

        assertThat(ids).hasSize(enterprise.people(Standing.MEMBER).size());
        assertThat(client.json("/v2/enterprise/organizations").get("total").asInt()).isEqualTo(6);
    }

    @Test
    void malformedParametersAreRefused() throws Exception {
        assertThat(client.send(DAILY + "?start_date=yesterday").statusCode()).isEqualTo(422);
        assertThat(client.send(DAILY + "?end=2026-02-30").statusCode()).isEqualTo(422);
        assertThat(client.send("/v2/enterprise/members?limit=201").statusCode()).isEqualTo(422);
        assertThat(client.send("/v2/enterprise/members?skip=-1").statusCode()).isEqualTo(422);
    }

    private static BigDecimal sum(JsonNode quantities) {
        var sum = BigDecimal.ZERO;
        for (var quantity : quantities) {
            sum = sum.add(quantity.decimalValue());
        }
        return sum;
    }
}

package dev.tallyport.simulator.codemie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.Sizes;
import dev.tallyport.simulator.http.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeMieSimulatorTest {

    private static final Instant AS_OF = Instant.parse("2026-06-20T12:00:00Z");
    private static final String DAY =
            "start_date=2026-06-18T00:00:00Z&end_date=2026-06-19T00:00:00Z";
    private static final CodeMieOptions.Client PROGRAM =
            new CodeMieOptions.Client("tallyport", "s3cret");

    private final CodeMieCompany company =
            CodeMieCompany.generate(
                    3,
                    AS_OF,
                    DevinEnterprise.generate(
                            3, AS_OF, Sizes.standard().withPeople(60).withCycles(2)));
    private final Account member = memberWithUsage();
    private final CodeMieSimulator simulator =
            new CodeMieSimulator(
                    company,
                    CodeMieOptions.of("admin")
                            .withToken("auditor", Access.auditor())
                            .withToken("leader", Access.projectAdmin("payments-web"))
                            .withToken("member", Access.member(member))
                            .withToken("invoker", Access.none())
                            .withClient(PROGRAM, Access.admin())
                            .withTokenUses(2)
                            .withDeepestItem(100));
    private final Client client = Client.of(simulator, "admin");

    private Account memberWithUsage() {
        var user = company.usage(company.firstDay(), company.today()).getFirst().user();
        return company.account(user).orElseThrow();
    }

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
    void spendingByUserIsTheTruthOfThatProjectAndCategory() throws Exception {
        for (var category : List.of("platform", "cli")) {
            var stated = new HashMap<String, BigDecimal>();
            for (var row :
                    client.rows(
                            "spending/by-users/" + category + "?projects=data-lake&" + DAY, 10)) {
                var cost = row.get("total_cost_usd");
                if (!cost.isNull()) {
                    var user = row.get(category.equals("cli") ? "user_name" : "user_email");
                    stated.merge(idOf(user.asText()), exact(cost.decimalValue()), BigDecimal::add);
                }
            }

            var truth = new HashMap<String, BigDecimal>();
            company.spending(LocalDate.parse("2026-06-18"), LocalDate.parse("2026-06-19"))
                    .forEach((key, cost) -> {
                        if (key.category().equals(category) && "data-lake".equals(key.project())) {
                            truth.put(key.user(), exact(cost));
                        }
                    });
            assertThat(stated).isNotEmpty().isEqualTo(truth);
        }
    }

    @Test
    void partsOfTheSummaryAddUp() throws Exception {
        var metrics = new HashMap<String, BigDecimal>();
        client.json("summaries?" + DAY)
                .at("/data/metrics")
                .forEach(each ->
                        metrics.put(each.get("id").asText(), each.get("value").decimalValue()));

        assertThat(metrics).hasSize(14);
        assertThat(sum(metrics, "platform_cost", "cli_cost"))
                .isEqualByComparingTo(sum(metrics, "total_money_spent"));
        assertThat(
                        sum(
                                metrics,
                                "total_input_tokens",
                                "total_cached_input_tokens",
                                "total_cache_creation_tokens",
                                "total_output_tokens"))
                .isEqualByComparingTo(sum(metrics, "total_tokens"));
    }

    @Test
    void columnsDescribeTheRowsAndTotalsAreThoseOfAllPages() throws Exception {
        var first = client.json("users-activity?per_page=3&" + DAY);
        var all = client.rows("users-activity?" + DAY, 20);

        var columns = new HashSet<String>();
        first.at("/data/columns").forEach(each -> columns.add(each.get("id").asText()));
        var fields = new HashSet<String>();
        first.at("/data/rows/0").fieldNames().forEachRemaining(fields::add);
        assertThat(fields).isEqualTo(columns).contains("user_email", "llm_tokens");
        assertThat(first.at("/data/rows")).hasSize(3);
        assertThat(first.at("/pagination/total_count").asInt()).isEqualTo(all.size());
        assertThat(first.at("/data/totals/llm_tokens").asLong())
                .isEqualTo(all.stream().mapToLong(row -> row.get("llm_tokens").asLong()).sum());
        assertThat(first.at("/data/totals").has("unique_projects")).isFalse();
        assertThat(first.at("/metadata/data_as_of").asText()).isEqualTo(AS_OF.toString());
    }

    @Test
    void noPageReachesBeyondTheDeepestItem() throws Exception {
        assertThat(client.send("users-spending?page=1&per_page=50").statusCode()).isEqualTo(200);

        var refusal = client.send("users-spending?page=2&per_page=50");

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(Client.parsed(refusal.body()).at("/error/details").asText())
                .startsWith("Pagination limit exceeded. Requested 150 items, max is 100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time_period=last_90_days | 400 | Invalid time_period: 'last_90_days'",
                "time_period= | 400 | Invalid time_period: ''",
                "end_date=2026-06-20T12:00:01Z | 400 | end_date cannot be in the future",
                "start_date=2026-06-19T00:00:00Z&end_date=2026-06-18T00:00:00Z | 400 | before",
                "start_date=2026-06-18T00:00:00 | 500 | offset-naive",
                "start_date=2026-06-18 | 500 | offset-naive",
                "start_date=yesterday | 422 | Input should be a valid datetime or date",
                "per_page=1001 | 422 | less than or equal to 1000",
                "page=-1 | 422 | greater than or equal to 0",
            })
    void questionsThatTheVendorDoesNotTakeAreRefused(String query, int status, String words)
            throws Exception {
        var refusal = client.send("users-spending?" + query);

        assertThat(refusal.statusCode()).isEqualTo(status);
        assertThat(refusal.body()).contains(words);
    }

    @Test
    void presetOfDaysBeginsAtMidnightAndWinsOverDates() throws Exception {
        var preset =
                client.json(
                        "users-spending?time_period=last_7_days&start_date=2026-01-01T00:00:00Z");
        var dates = client.json("users-spending?start_date=2026-06-13T00:00:00Z&end_date=" + AS_OF);

        assertThat(preset.at("/data/totals")).isEqualTo(dates.at("/data/totals"));
        assertThat(preset.at("/metadata/filters_applied/start_date").isNull()).isTrue();
        assertThat(dates.at("/metadata/filters_applied/time_period").asText()).isEqualTo("custom");
    }

    @Test
    void projectsAreNamedByWhoPaysWhenThereIsNone() throws Exception {
        var period = "start_date=" + company.firstDay() + "T00:00:00Z&end_date=" + AS_OF;

        var projects = new HashSet<String>();
        client.rows("projects-spending?" + period, 25)
                .forEach(row -> projects.add(row.get("project_name").asText()));

        assertThat(projects).containsAll(company.projects()).anyMatch(name -> name.contains("@"));
        assertThat(projects).doesNotContain("null", "-");
    }

    @Test
    void whoMaySeeLittleIsToldLittleWithoutAWord() throws Exception {
        try (var leader = Client.of(simulator, "leader");
                var plain = Client.of(simulator, "member")) {
            var all = client.json("users-spending?" + DAY).at("/pagination/total_count").asInt();
            var led = leader.json("users-spending?" + DAY);
            var foreign = leader.json("users-spending?projects=data-lake&" + DAY);
            var own =
                    plain.json(
                            "users-spending?time_period=last_60_days&projects="
                                    + member.projects().getFirst());

            assertThat(led.at("/pagination/total_count").asInt()).isBetween(1, all - 1);
            assertThat(led.at("/metadata/filters_applied/projects"))
                    .hasToString("[\"payments-web\"]");
            assertThat(foreign.at("/data/totals")).isEqualTo(led.at("/data/totals"));
            assertThat(own.at("/data/rows"))
                    .isNotEmpty()
                    .allMatch(row -> idOf(row.get("user_email").asText()).equals(member.id()));
            assertThat(plain.json("users").at("/data/total_count").asInt()).isLessThan(2);
        }
    }

    @Test
    void auditorSeesWhatAnAdministratorSees() throws Exception {
        try (var auditor = Client.of(simulator, "auditor")) {
            assertThat(auditor.json("users-spending?" + DAY))
                    .isEqualTo(client.json("users-spending?" + DAY));
            assertThat(Client.parsed(auditor.get("/v1/user").body()).get("is_auditor").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void strangersAndThoseWithoutRightsAreRefusedInTheVendorsShape() throws Exception {
        try (var stranger = Client.of(simulator, "nobody");
                var invoker = Client.of(simulator, "invoker")) {
            assertThat(stranger.send("summaries").statusCode()).isEqualTo(401);
            assertThat(stranger.send("summaries").body()).contains("\"error\":{\"message\":");
            assertThat(invoker.send("summaries").statusCode()).isEqualTo(403);
            assertThat(client.send("no-such-table").body())
                    .isEqualTo("{\"detail\":\"Path not found\"}");
        }
    }

    @Test
    void programGetsTokensThatRunOut() throws Exception {
        var grant =
                Client.parsed(
                        client.askForToken(
                                        "grant_type=client_credentials&client_id=tallyport&client_secret=s3cret")
                                .body());
        var token = grant.get("access_token").asText();
        try (var program = Client.of(simulator, token)) {
            assertThat(program.send("users").statusCode()).isEqualTo(200);
            assertThat(program.send("users").statusCode()).isEqualTo(200);
            assertThat(program.send("users").statusCode()).isEqualTo(401);
        }
        assertThat(grant.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(grant.get("expires_in").asInt()).isEqualTo(28_500);
    }

    @Test
    void tokensCanBeTakenBackAtOnce() throws Exception {
        var grant =
                client.askForToken(
                        "grant_type=client_credentials&client_id=tallyport&client_secret=s3cret");
        simulator.expireTokens();

        try (var program =
                Client.of(simulator, Client.parsed(grant.body()).get("access_token").asText())) {
            assertThat(program.send("users").statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret=wrong", "client_secret="})
    void wrongSecretIsRefusedAsOAuthHasIt(String secret) throws Exception {
        var refusal =
                client.askForToken("grant_type=client_credentials&client_id=tallyport&" + secret);

        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(Client.parsed(refusal.body()).get("error").asText())
                .isEqualTo("unauthorized_client");
    }

    @Test
    void budgetsSayWhatIsUnknownAndWhatIsNoLimit() throws Exception {
        var rows = client.json("budget_usage?user_id=" + member.id()).at("/data/rows");

        assertThat(rows.get(0).get("budget_limit").decimalValue()).isEqualByComparingTo("100");
        assertThat(rows.get(2).get("budget_limit").isNull()).isTrue();
        assertThat(rows.get(3).get("budget_limit").asText()).isEqualTo("500.000000000");
        assertThat(client.json("spending").at("/data/metrics/0/value").asText()).isEqualTo("N/A");
        assertThat(client.send("budget_usage?user_id=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void listOfUsersKnowsTheActiveOnesAndFindsThemByAddress() throws Exception {
        var everybody = client.json("users?" + DAY);
        var named =
                company.accounts().stream()
                        .filter(Account::isListedByName)
                        .filter(Account::isActive)
                        .findFirst()
                        .orElseThrow();

        var found = client.json("users?search=" + named.email()).at("/data/users");

        assertThat(everybody.at("/data/total_count").asInt())
                .isEqualTo((int) company.accounts().stream().filter(Account::isActive).count());
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("id").asText()).isEqualTo(named.id());
        assertThat(found.get(0).get("name").asText()).isEqualTo(named.name());
    }

    @Test
    void answersMayBeKeptByAnyCacheAndFaultsStandInForThem() throws Exception {
        simulator.failNext(1, Fault.status(503));

        assertThat(client.send("summaries").statusCode()).isEqualTo(503);
        var right = client.send("summaries");
        assertThat(right.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
        assertThat(right.headers().firstValue("ETag")).isPresent();
        assertThat(simulator.requestsTo(path -> path.contains("/summaries"))).isEqualTo(2);
    }

    private String idOf(String shown) {
        var name = shown.replaceAll("_codemie_(cli|premium_models)$", "");
        return company.accounts().stream()
                .filter(each -> each.shown().equals(name))
                .map(Account::id)
                .findFirst()
                .orElse(name);
    }

    private static BigDecimal sum(Map<String, BigDecimal> metrics, String... ids) {
        var sum = BigDecimal.ZERO;
        for (var id : ids) {
            sum = sum.add(exact(metrics.getOrDefault(id, BigDecimal.ZERO)));
        }
        return sum;
    }

    /// Without what adding in binary leaves behind.
    private static BigDecimal exact(BigDecimal cost) {
        return cost.setScale(6, RoundingMode.HALF_EVEN);
    }
}

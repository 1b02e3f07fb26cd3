package dev.tallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.simulator.codemie.Account;
import dev.tallyport.simulator.codemie.CodeMieCompany;
import dev.tallyport.simulator.codemie.CodeMieOptions;
import dev.tallyport.simulator.codemie.CodeMieSimulator;
import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.Person;
import dev.tallyport.simulator.devin.SimulatorOptions;
import dev.tallyport.simulator.devin.Sizes;
import dev.tallyport.simulator.devin.Standing;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The packaged application beside a simulated Devin and a simulated CodeMie of the same people.
@TestInstance(Lifecycle.PER_CLASS)
final class TwoVendorsIT {

    private static final String KEY = "key_of_the_vendors";

    /// Of its last five minutes CodeMie is not asked yet.
    private static final Duration ASKED_ABOUT_AFTER = Duration.ofMinutes(5);

    private final Instant now = Clock.systemUTC().instant();
    private final DevinEnterprise enterprise =
            DevinEnterprise.generate(7, now, new Sizes(30, 3, 3, 3));
    private final CodeMieCompany company =
            CodeMieCompany.generate(7, now.minus(ASKED_ABOUT_AFTER), enterprise);
    private final DevinSimulator devin = new DevinSimulator(enterprise, SimulatorOptions.of(KEY));
    private final CodeMieSimulator codeMie =
            new CodeMieSimulator(company, CodeMieOptions.of(KEY), Clock.systemUTC());

    @SuppressWarnings("NullAway.Init") // set before all
    private RunningTallyport tallyport;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        devin.start();
        codeMie.start();
        tallyport =
                RunningTallyport.start(
                        Path.of("target", "two-vendors.log"),
                        Map.of(
                                "tallyport.data-dir",
                                folder.toString(),
                                "tallyport.sources.acme.connector",
                                "devin",
                                "tallyport.sources.acme.settings.base-url",
                                devin.baseUri().toString(),
                                "tallyport.sources.acme.settings.api-key",
                                KEY,
                                "tallyport.sources.assistants.connector",
                                "codemie",
                                "tallyport.sources.assistants.settings.base-url",
                                codeMie.apiUri().toString(),
                                "tallyport.sources.assistants.settings.token",
                                KEY));
        for (var source : List.of("acme", "assistants")) {
            tallyport.await(
                    "/api/v1/sources/" + source, state -> state.path("lastCompleteAt").isTextual());
        }
    }

    @AfterAll
    void stop() {
        tallyport.close();
        codeMie.close();
        devin.close();
    }

    @Test
    void bothSourcesAreHealthy() throws Exception {
        for (var source : List.of("acme", "assistants")) {
            var health = tallyport.get("/api/v1/sources/" + source + "/health");

            assertThat(health.path("standing").asText()).as(source).isEqualTo("healthy");
            assertThat(health.path("rejects").asInt()).as(source).isZero();
            assertThat(health.path("missingDays").asInt()).as(source).isZero();
            assertThat(health.path("settledThrough").isTextual()).as(source).isTrue();
        }
    }

    @Test
    void whatWasSpentIsWhatCodeMieKnowsByPersonProjectAndCategory() throws Exception {
        var usage =
                tallyport.get(
                        "/api/v1/usage?meter=cost&connector=codemie&groupBy=day,user,organization,product&from=%s&to=%s"
                                .formatted(company.firstDay(), company.today().plusDays(1)));
        var spent = new HashMap<List<String>, BigDecimal>();
        usage.path("rows")
                .forEach(row ->
                        spent.put(
                                List.of(
                                        row.path("day").asText(),
                                        row.path("user").asText("-"),
                                        row.path("organization").asText("-"),
                                        row.path("product").asText()),
                                row.path("quantity").decimalValue().stripTrailingZeros()));
        spent.values().removeIf(quantity -> quantity.signum() == 0);

        var truth = new HashMap<List<String>, BigDecimal>();
        company.spending(company.firstDay(), company.today().plusDays(1))
                .forEach((key, cost) ->
                        truth.merge(
                                List.of(
                                        key.day().toString(),
                                        knownAs(key.user()),
                                        Objects.requireNonNullElse(key.project(), "-"),
                                        key.category()),
                                cost,
                                BigDecimal::add));
        truth.values().removeIf(quantity -> quantity.signum() == 0);
        assertThat(usage.path("totals")).hasSize(1);
        assertThat(spent).isEqualTo(truth);
    }

    /// An address in a table is another name of an account only where the list of users shows it.
    private String knownAs(String user) {
        return company.account(user)
                .filter(account -> account.isResolved())
                .filter(account -> !account.isActive() || account.isListedByName())
                .map(Account::email)
                .orElse(user);
    }

    @Test
    void costsAreOfTheCycleThatUsageIsOf() throws Exception {
        for (var source : List.of("acme", "assistants")) {
            var asked = "period=this-cycle&bucket=none&source=" + source;
            var usage = tallyport.get("/api/v1/usage?" + asked);
            var costs = tallyport.get("/api/v1/costs?" + asked);

            assertThat(costs.path("window")).as(source).isEqualTo(usage.path("window"));
        }
    }

    @Test
    void everyTotalThatAVendorDeclaresIsTheSumOrADifferenceWithItsCause() throws Exception {
        for (var source : List.of("acme", "assistants")) {
            var compared =
                    tallyport.get(
                            "/api/v1/reconciliation?source=%s&from=%s&to=%s"
                                    .formatted(
                                            source,
                                            enterprise.history().from(),
                                            enterprise.history().until()));
            var comparisons = compared.path("comparisons");

            assertThat(comparisons).as(source).isNotEmpty();
            assertThat(comparisons)
                    .as(source)
                    .allSatisfy(one ->
                            assertThat(one.path("difference").decimalValue().signum() == 0)
                                    .isEqualTo(one.path("cause").asText().equals("agreed")))
                    .anySatisfy(one -> assertThat(one.path("cause").asText()).isEqualTo("agreed"));
        }
    }

    @Test
    void whatDevinCountsIsCountedFromItsSessionsAsWell() throws Exception {
        var compared =
                tallyport.get(
                        "/api/v1/reconciliation?source=acme&from=%s&to=%s"
                                .formatted(
                                        enterprise.history().from(),
                                        enterprise.currentCycle().from()));
        var counts = compared.path("counts");

        assertThat(names(counts))
                .contains("sessions", "active-users", "searches", "pull-requests-created");
        assertThat(counts)
                .filteredOn(one -> !one.path("name").asText().startsWith("pull-requests"))
                .allSatisfy(one -> assertThat(one.path("cause").asText()).isEqualTo("agreed"));
        assertThat(compared.path("divisions"))
                .extracting(one -> one.path("cut").asText())
                .contains("daily", "sessions");
    }

    private static List<String> names(JsonNode counts) {
        return counts.valueStream().map(one -> one.path("name").asText()).distinct().toList();
    }

    @Test
    void readsAreRepeatedWithoutAskingTheVendor() throws Exception {
        for (var source : List.of("acme", "assistants")) {
            var path = "/api/v1/sources/" + source;
            devin.forgetRequests();
            codeMie.forgetRequests();

            var job = tallyport.post(path + "/replays", "{\"since\": \"2020-01-01T00:00:00Z\"}");
            var ended =
                    tallyport.await(
                            path + "/jobs/" + job.path("id").asLong(),
                            state -> !state.path("state").asText().equals("open"));

            assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("complete");
            assertThat(ended.at("/counts/fetched").asLong()).isPositive();
            assertThat(ended.at("/counts/changed").asLong()).as("%s", ended).isZero();
            assertThat(ended.at("/counts/retracted").asLong()).as("%s", ended).isZero();
            assertThat(devin.requests() + codeMie.requests()).isZero();
        }
    }

    @Test
    void whoUsesBothIsOnePerson() throws Exception {
        var addresses =
                enterprise.people(Standing.MEMBER).stream()
                        .map(Person::email)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        var both =
                company.accounts().stream()
                        .map(Account::email)
                        .filter(addresses::contains)
                        .findFirst()
                        .orElseThrow();

        var account =
                tallyport.post(
                        "/api/v1/accounts",
                        "{\"login\": \"both\", \"address\": \"%s\", \"addressVerified\": true}"
                                .formatted(both));

        var person = tallyport.get("/api/v1/people/" + account.findValue("person").asLong());
        assertThat(person.toString()).contains("\"acme\"").contains("\"assistants\"");
    }
}

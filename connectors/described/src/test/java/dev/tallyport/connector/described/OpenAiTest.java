package dev.tallyport.connector.described;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OpenAiTest {

    private static final String ADA =
            """
            {"object":"organization.usage.completions.result","input_tokens":1000,
             "input_cached_tokens":600,"input_cache_write_tokens":100,"output_tokens":50,
             "input_audio_tokens":0,"output_audio_tokens":0,"num_model_requests":7,
             "project_id":"proj_web","user_id":"user-ada","api_key_id":null,
             "model":"gpt-5.6-2026-06-01","batch":null,"service_tier":null}\
            """;
    private static final String SERVICE_ACCOUNT =
            """
            {"object":"organization.usage.completions.result","input_tokens":30,
             "output_tokens":5,"num_model_requests":1,"project_id":"proj_web","user_id":null,
             "model":"gpt-5.6-2026-06-01"}\
            """;

    private final StubOpenAi openAi = new StubOpenAi(Shop.NOW);
    private final StubVendor vendor = new StubVendor(openAi::answer);
    private final ToyLedger ledger = new ToyLedger();
    private final Connector connector = connector("openai");

    static Connector connector(String id) {
        return DescribedConnectors.load(Optional.empty(), Shop.VENDORS).connectors().stream()
                .filter(one -> one.descriptor().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Settings settings(String key) {
        return new Settings(Map.of("base-url", vendor.address() + "/v1", "admin-key", key));
    }

    private void read() {
        connector.read(settings("sk-admin"), Shop.readAt(Shop.NOW), ledger);
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void inputIsWithoutWhatWasReadFromAndWrittenToTheCache() {
        openAi.use("2026-09-09", ADA);

        read();

        var ada = Map.of(Dimension.USER, "user-ada", Dimension.ORGANIZATION, "proj_web");
        assertThat(ledger.sum("input-tokens", ada)).isEqualTo("3E+2");
        assertThat(ledger.sum("cache-read-tokens", ada)).isEqualTo("6E+2");
        assertThat(ledger.sum("cache-write-tokens", ada)).isEqualTo("1E+2");
        assertThat(ledger.sum("output-tokens", ada)).isEqualTo("5E+1");
        assertThat(ledger.sum("requests", ada)).isEqualTo("7");
    }

    @Test
    void figuresThatTheVendorLeavesOutHaveNoFacts() {
        openAi.use("2026-09-09", SERVICE_ACCOUNT);

        read();

        assertThat(ledger.sum("input-tokens", Map.of())).isEqualTo("3E+1");
        assertThat(ledger.facts("cache-read-tokens")).isEmpty();
    }

    @Test
    void serviceAccountsAreUsageOfNoUser() {
        openAi.use("2026-09-09", ADA);
        openAi.use("2026-09-09", SERVICE_ACCOUNT);

        read();

        assertThat(ledger.facts("requests"))
                .filteredOn(fact -> !fact.dimensions().containsKey(Dimension.USER))
                .singleElement()
                .satisfies(fact -> assertThat(fact.quantity()).isEqualTo("1"));
        assertThat(ledger.sum("requests", Map.of())).isEqualTo("8");
    }

    @Test
    void costsAreByProjectAndLineItemAlone() {
        openAi.cost(
                "2026-09-09",
                """
                {"object":"organization.costs.result","amount":{"value":0.30000000000000004,
                 "currency":"usd"},"line_item":"gpt-5.6, input","project_id":"proj_web"}\
                """);
        openAi.cost(
                "2026-09-09",
                """
                {"object":"organization.costs.result","amount":{"value":"1.25","currency":"usd"},
                 "line_item":null,"project_id":null}\
                """);

        read();

        assertThat(ledger.sum("costs", Map.of(Dimension.PRODUCT, "gpt-5.6, input")))
                .isEqualTo("0.3");
        assertThat(ledger.sum("costs", Map.of())).isEqualTo("1.55");
        assertThat(connector.descriptor().cut("costs").dimensions())
                .containsExactlyInAnyOrder(Dimension.ORGANIZATION, Dimension.PRODUCT);
    }

    @Test
    void amountsInAnotherCurrencyAreRejectsAndTheirDayIsNotComplete() {
        openAi.cost(
                "2026-09-08",
                """
                {"amount":{"value":1,"currency":"eur"},"line_item":"x","project_id":"p"}\
                """);

        read();

        assertThat(ledger.rejects())
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.path()).startsWith("$.data[").endsWith("].results[0]");
                    assertThat(reject.reason())
                            .isEqualTo("expected amounts in USD, found another currency");
                });
        assertThat(ledger.completed("costs"))
                .contains(LocalDate.parse("2026-09-07"), LocalDate.parse("2026-09-09"))
                .doesNotContain(LocalDate.parse("2026-09-08"));
    }

    @Test
    void todayIsAskedForUpToNowAndTheFirstReadReachesAYear() {
        read();

        var asked =
                vendor.asked().stream().filter(one -> one.path().endsWith("/completions")).toList();
        assertThat(asked.getFirst().one("end_time"))
                .isEqualTo(Long.toString(Shop.NOW.getEpochSecond()));
        assertThat(asked.getFirst().query().get("group_by[]"))
                .containsExactly("project_id", "user_id", "model");
        assertThat(ledger.completed("requests").first()).isEqualTo("2025-09-10");
        assertThat(ledger.completed("requests").last()).isEqualTo("2026-09-10");
        assertThat(ledger.completed("requests")).hasSize(366);
    }

    @Test
    void laterReadsAskForDaysThatMayStillChangeAlone() {
        read();
        int first = vendor.asked().size();

        read();

        assertThat(vendor.asked().subList(first, vendor.asked().size()))
                .extracting(one -> Instant.ofEpochSecond(Long.parseLong(one.one("start_time"))))
                .containsOnly(Instant.parse("2026-09-08T00:00:00Z"));
    }

    @Test
    void usageThatTheVendorTakesBackIsRetractedAndTheSameAnswerChangesNothing() {
        openAi.use("2026-09-09", ADA);
        read();
        var before = ledger.facts("requests");
        read();
        assertThat(ledger.facts("requests")).isEqualTo(before);
        openAi.forget("2026-09-09");

        read();

        assertThat(ledger.facts("requests")).isEmpty();
    }

    @Test
    void aChosenWindowIsReadWhole() {
        openAi.use("2025-03-01", ADA);
        var march =
                new Interval(
                        Instant.parse("2025-03-01T00:00:00Z"),
                        Instant.parse("2025-03-04T00:00:00Z"));

        connector.read(settings("sk-admin"), Shop.readAt(Shop.NOW).withWindow(march), ledger);

        assertThat(ledger.sum("requests", Map.of())).isEqualTo("7");
        assertThat(ledger.completed("requests"))
                .containsExactly(
                        LocalDate.parse("2025-03-01"),
                        LocalDate.parse("2025-03-02"),
                        LocalDate.parse("2025-03-03"));
    }

    @Test
    void aDifferenceBelowZeroIsARejectSinceTheFiguresDoNotMeanWhatWasDescribed() {
        openAi.use(
                "2026-09-09",
                """
                {"input_tokens":10,"input_cached_tokens":11,"output_tokens":1,
                 "num_model_requests":1}\
                """);

        read();

        assertThat(ledger.facts("requests")).isEmpty();
        assertThat(ledger.rejects())
                .extracting(reject -> reject.reason())
                .containsExactly(
                        "expected that input_tokens - input_cached_tokens -"
                                + " input_cache_write_tokens is not below zero, found that it is");
    }

    @Test
    void quantitiesAreExact() {
        openAi.cost(
                "2026-09-09",
                """
                {"amount":{"value":12345678901234567890.1234567890123456789,"currency":"USD"}}\
                """);

        read();

        assertThat(ledger.sum("costs", Map.of()))
                .isEqualTo(new BigDecimal("12345678901234567890.1234567890123456789"));
    }

    @Test
    void aWrongKeyIsToldOfTheSettingAndNeverShown() {
        var result = connector.check(settings("sk-wrong"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        CheckResult.Misconfigured.class,
                        wrong -> {
                            assertThat(wrong.key()).isEqualTo("admin-key");
                            assertThat(wrong.reason()).contains("401").doesNotContain("sk-wrong");
                        });
        assertThat(connector.check(settings("sk-admin"))).isEqualTo(new CheckResult.Ok());
        assertThatThrownBy(
                        () -> connector.read(settings("sk-wrong"), Shop.readAt(Shop.NOW), ledger))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure ->
                                assertThat(failure.kind())
                                        .isEqualTo(ConnectorException.Kind.UNAUTHORIZED));
        assertThat(ledger.batches()).isEmpty();
    }
}

package dev.tallyport.connector.described;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.described.StubVendor.Answer;
import dev.tallyport.connector.described.StubVendor.Asked;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Settings;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LiteLlmTest {

    private static final LocalDate BUSY = LocalDate.parse("2026-09-09");

    private final StubVendor vendor = new StubVendor(LiteLlmTest::answer);
    private final ToyLedger ledger = new ToyLedger();
    private final Connector connector = OpenAiTest.connector("litellm");
    private final Settings settings =
            new Settings(Map.of("base-url", vendor.address().toString(), "api-key", "sk-master"));

    /// Two models; of the keys that used the first one only the two that spent most are listed.
    private static Answer answer(Asked asked) {
        if (!asked.path().equals("/user/daily/activity/aggregated")) {
            return new Answer(404, "{\"detail\":\"Not Found\"}", "");
        }
        var day = LocalDate.parse(asked.one("start_date"));
        if (!day.equals(LocalDate.parse(asked.one("end_date")))) {
            return new Answer(500, "", "");
        }
        return Answer.ok(
                """
                {"results":[%s],"metadata":{"total_spend":10.5,"page":1,"total_pages":1,
                 "has_more":false,"api_key_limit":2,"total_api_keys":%d}}\
                """
                        .formatted(day.equals(BUSY) ? busyDay() : "", day.equals(BUSY) ? 3 : 0));
    }

    private static String busyDay() {
        return """
        {"date":"2026-09-09","metrics":%s,"breakdown":{"mcp_servers":{},"models":{
          "gpt-5.6":{"metrics":%s,"metadata":{},"api_key_breakdown":{
            "88dc28d0f030c55e":{"metrics":%s,"metadata":{"key_alias":"laptop","team_id":"web",
              "user_id":"ada","user_email":"ada@example.com","key_exists":true}},
            "5f1d7e54a2b6c9aa":{"metrics":%s,"metadata":{"key_alias":"ci","team_id":"web",
              "user_id":"ada","user_email":"ada@example.com","key_exists":true}}}},
          "claude/opus":{"metrics":%s,"metadata":{},"api_key_breakdown":{
            "88dc28d0f030c55e":{"metrics":%s,"metadata":{"key_alias":null,"team_id":null,
              "user_id":null,"user_email":null}}}}},
          "api_keys":{},"providers":{},"entities":{}}}\
        """
                .formatted(
                        metrics("10.5", 1000, 200, 100, 90, 21),
                        metrics("7.5", 700, 100, 100, 60, 15),
                        metrics("4", 400, 100, 50, 30, 8),
                        metrics("2", 200, 0, 0, 20, 5),
                        metrics("2.5", 250, 100, 0, 30, 5),
                        metrics("2.5", 250, 100, 0, 30, 5));
    }

    private static String metrics(
            String spend, int prompt, int read, int created, int completion, int requests) {
        return """
        {"spend":%s,"flat_cost":0.0,"prompt_tokens":%d,"completion_tokens":%d,
         "cache_read_input_tokens":%d,"cache_creation_input_tokens":%d,"total_tokens":%d,
         "successful_requests":%d,"failed_requests":0,"api_requests":%d}\
        """
                .formatted(
                        spend,
                        prompt,
                        completion,
                        read,
                        created,
                        prompt + completion,
                        requests,
                        requests);
    }

    private void read() {
        connector.read(settings, Shop.readAt(Shop.NOW), ledger);
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void twoKeysOfOneUserAreTwoFacts() {
        read();

        var ada = Map.of(Dimension.USER, "ada", Dimension.MODEL, "gpt-5.6");
        assertThat(ledger.facts("spend")).hasSize(3);
        assertThat(ledger.sum("spend", ada)).isEqualTo("6");
        assertThat(ledger.sum("requests", ada)).isEqualTo("13");
        assertThat(ledger.sum("spend", Map.of(Dimension.ORGANIZATION, "web"))).isEqualTo("6");
        assertThat(ledger.notes()).noneMatch(note -> note.message().contains("share every"));
    }

    @Test
    void metersAreDisjoint() {
        read();

        var models = Map.<Dimension, String>of();
        assertThat(ledger.sum("input-tokens-by-day", models)).isEqualTo("7E+2");
        assertThat(ledger.sum("cache-read-tokens-by-day", models)).isEqualTo("2E+2");
        assertThat(ledger.sum("cache-write-tokens-by-day", models)).isEqualTo("1E+2");
        assertThat(ledger.sum("output-tokens-by-day", models)).isEqualTo("9E+1");
    }

    @Test
    void whatIsNotListedByKeyIsTheDifferenceToTotalsThatTheProxyDeclares() {
        read();

        assertThat(ledger.sum("spend", Map.of())).isEqualTo("8.5");
        assertThat(ledger.sum("spend-by-model", Map.of(Dimension.MODEL, "gpt-5.6")))
                .isEqualTo("7.5");
        assertThat(ledger.sum("spend-by-model", Map.of())).isEqualTo("1E+1");
        assertThat(ledger.sum("spend-by-day", Map.of())).isEqualTo("10.5");
        assertThat(connector.descriptor().totalsOf("spend"))
                .extracting(Cut::total)
                .containsExactly(
                        Optional.of(new Cut.Total("spend", Set.of(Dimension.MODEL), true)),
                        Optional.of(new Cut.Total("spend", Set.of(), true)));
        assertThat(connector.descriptor().cut("spend-by-day").money()).contains(MoneyKind.NOTIONAL);
        assertThat(ledger.notes()).extracting(Note::part).containsExactly("activity");
        assertThat(ledger.notes().getFirst().message()).contains("nobody known");
    }

    @Test
    void peopleAreKnownByTheirAddress() {
        read();

        assertThat(ledger.directory())
                .containsExactly(
                        DirectoryEntry.Person.named(
                                "ada", Optional.empty(), Optional.of("ada@example.com")));
    }

    @Test
    void daysAreOfUtcEachIsAskedForAloneAndNoTimeZoneIsSent() {
        read();

        assertThat(vendor.asked())
                .allSatisfy(asked ->
                        assertThat(asked.query()).containsOnlyKeys("start_date", "end_date"));
        assertThat(vendor.asked().getFirst().one("start_date")).isEqualTo("2026-09-10");
        assertThat(vendor.asked()).hasSize(91);
        assertThat(ledger.facts("spend").getFirst().start()).isEqualTo("2026-09-09T00:00:00Z");
    }

    @Test
    void theLastTwoDaysAreReadAgain() {
        read();
        int first = vendor.asked().size();

        read();

        assertThat(vendor.asked().subList(first, vendor.asked().size()))
                .extracting(asked -> asked.one("start_date"))
                .containsExactly("2026-09-10", "2026-09-09", "2026-09-08");
    }

    @Test
    void aProxyThatAnswersIsFine() {
        assertThat(connector.check(settings)).isEqualTo(new CheckResult.Ok());
    }
}

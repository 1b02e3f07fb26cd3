package dev.tallyport.connector.described;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.connector.described.StubVendor.Answer;
import dev.tallyport.connector.described.StubVendor.Asked;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.UsageFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DescribedReadTest {

    private static final String NUMBERED = "page: {parameter: page, more: meta.more}";
    private static final String SIX =
            "{\"sales\":["
                    + IntStream.range(0, 6)
                            .mapToObj(i -> sale("2026-09-09", "\"u" + i + "\"", "1"))
                            .collect(Collectors.joining(","))
                    + "]}";

    private final ToyLedger ledger = new ToyLedger();

    private static String sale(String day, String who, String count) {
        return "{\"day\":\"%s\",\"who\":%s,\"count\":%s}".formatted(day, who, count);
    }

    private static Answer sales(String... sales) {
        return Answer.ok("{\"sales\":[" + String.join(",", sales) + "]}");
    }

    private static boolean asksFor(Asked asked, String day) {
        return asked.one("from").compareTo(day) <= 0 && asked.one("to").compareTo(day) > 0;
    }

    private static Answer on(Asked asked, String day, String... sales) {
        return asksFor(asked, day) ? sales(sales) : sales();
    }

    /// @return what the vendor was asked
    private List<Asked> read(String yaml, Function<Asked, Answer> vendor) {
        try (var stub = new StubVendor(vendor)) {
            try {
                Shop.connector(yaml).read(Shop.settings(stub), Shop.readAt(Shop.NOW), ledger);
            } finally {
                assertThat(stub.asked())
                        .allMatch(asked -> asked.authorization().equals("Bearer s3cr3t"));
            }
            return stub.asked();
        }
    }

    @Test
    void windowsComeNewestFirstAndAreNoLongerThanDescribed() {
        var asked = read(Shop.YAML, _ -> sales());

        assertThat(asked)
                .extracting(one -> one.one("from") + "/" + one.one("to"))
                .containsExactly(
                        "2026-09-09/2026-09-11", "2026-09-07/2026-09-09", "2026-09-05/2026-09-07");
        assertThat(asked)
                .allSatisfy(one ->
                        assertThat(one.query())
                                .containsEntry("kind", List.of("all"))
                                .doesNotContainKey("region"));
    }

    @Test
    void aSettingThatIsGivenTravelsInTheQuery() {
        try (var stub = new StubVendor(_ -> sales())) {
            var settings =
                    new Settings(
                            Map.of(
                                    "base-url", stub.address().toString(),
                                    "key", "s3cr3t",
                                    "region", "eu west"));

            Shop.connector(Shop.YAML).read(settings, Shop.readAt(Shop.NOW), ledger);

            assertThat(stub.asked()).allMatch(asked -> asked.one("region").equals("eu west"));
        }
    }

    @Test
    void recordsThatShareEverythingAreBothCountedInAnyOrderAndNoted() {
        read(
                Shop.YAML,
                asked ->
                        on(
                                asked,
                                "2026-09-09",
                                sale("2026-09-09", "\"ada\"", "1"),
                                sale("2026-09-09", "\"ada\"", "2")));
        var before = ledger.facts("sold").stream().map(UsageFact::key).toList();

        read(
                Shop.YAML,
                asked ->
                        on(
                                asked,
                                "2026-09-09",
                                sale("2026-09-09", "\"ada\"", "2"),
                                sale("2026-09-09", "\"ada\"", "1")));

        assertThat(before).doesNotHaveDuplicates().hasSize(2);
        assertThat(ledger.facts("sold"))
                .extracting(UsageFact::key)
                .containsExactlyInAnyOrderElementsOf(before);
        assertThat(ledger.sum("sold", Map.of(Dimension.USER, "ada"))).isEqualTo("3");
        assertThat(ledger.notes())
                .extracting(note -> note.message())
                .anyMatch(message -> message.contains("share every dimension"));
    }

    @Test
    void recordsOfPagesThatOverlapCountOnce() {
        read(
                paged(NUMBERED),
                pages(
                        sale("2026-09-09", "\"ada\"", "2")
                                + ","
                                + sale("2026-09-09", "\"bob\"", "3"),
                        sale("2026-09-09", "\"bob\"", "3.0")));

        assertThat(ledger.sum("sold", Map.of())).isEqualTo("5");
        assertThat(ledger.completed("sold")).hasSize(6);
    }

    @Test
    void aPageThatACursorLeadsToTwiceCountsOnce() {
        read(
                paged("cursor: {parameter: after, next: meta.next?}"),
                asked ->
                        asksFor(asked, "2026-09-09")
                                ? Answer.ok(
                                        "{\"sales\":[%s],\"meta\":{%s}}"
                                                .formatted(
                                                        sale("2026-09-09", "\"ada\"", "2"),
                                                        asked.one("after").isEmpty()
                                                                ? "\"next\":\"c\""
                                                                : ""))
                                : meta("", "false"));

        assertThat(ledger.sum("sold", Map.of())).isEqualTo("2");
    }

    @Test
    void aRecordWithAnotherQuantityOnAnotherPageBreaksItsDay() {
        read(
                paged(NUMBERED),
                pages(sale("2026-09-09", "\"ada\"", "2"), sale("2026-09-09", "\"ada\"", "3")));

        assertThat(ledger.rejects())
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.path()).isEqualTo("$.sales[0]");
                    assertThat(reject.request()).endsWith("page=2");
                    assertThat(reject.reason())
                            .endsWith("name a member in `key` that tells them apart");
                });
        assertThat(ledger.completed("sold"))
                .hasSize(5)
                .doesNotContain(LocalDate.parse("2026-09-09"));
    }

    @Test
    void aKeyTellsApartWhatIsOnTwoPages() {
        var yaml = paged(NUMBERED).replace("quantities:", "key: of\n        quantities:");

        read(
                yaml,
                pages(
                        "{\"day\":\"2026-09-09\",\"who\":\"ada\",\"count\":2,\"of\":\"a\"}",
                        "{\"day\":\"2026-09-09\",\"who\":\"ada\",\"count\":3,\"of\":\"b\"}"));

        assertThat(ledger.sum("sold", Map.of())).isEqualTo("5");
        assertThat(ledger.rejects()).isEmpty();
    }

    @Test
    void thatFactsWereTooManyToCompareIsNoted() {
        var many =
                IntStream.range(0, Facts.MOST_COMPARED)
                        .mapToObj(i -> sale("2026-09-09", "\"u" + i + "\"", "1"))
                        .collect(Collectors.joining(","));

        read(paged(NUMBERED), pages(many, sale("2026-09-09", "\"ada\"", "1")));

        assertThat(ledger.facts("sold")).hasSize(Facts.MOST_COMPARED + 1);
        assertThat(ledger.notes())
                .singleElement()
                .satisfies(note ->
                        assertThat(note.message()).startsWith("a window has more than 200000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales[]", "sales{}"})
    void aNumberedListThatRepeatsItselfIsNotReadForEver(String items) {
        var yaml = paged(NUMBERED).replace("sales[]", items);
        var sale = sale("2026-09-09", "\"ada\"", "2");
        var sales = items.endsWith("[]") ? "[" + sale + "]" : "{\"a\":" + sale + "}";

        assertThatThrownBy(() ->
                        read(
                                yaml,
                                asked ->
                                        Answer.ok(
                                                "{\"sales\":%s,\"meta\":{\"more\":true,\"at\":%s}}"
                                                        .formatted(sales, asked.one("page")))))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("page=2 repeats the items before it");
        assertThat(ledger.completed("sold")).isEmpty();
    }

    @Test
    void aNumberedListThatStaysEmptyIsNotReadForEver() {
        assertThatThrownBy(() -> read(paged(NUMBERED), _ -> meta("", "true")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("page=1 has no items and says that more follow");
    }

    @Test
    void membersThatDifferInTheirNamesAloneAreNoRepetition() {
        var yaml = paged(NUMBERED).replace("sales[]", "sales{}").replace("who?", "\"@name\"");

        read(
                yaml,
                asked ->
                        Answer.ok(
                                "{\"sales\":{%s},\"meta\":{\"more\":%s}}"
                                        .formatted(
                                                asksFor(asked, "2026-09-09")
                                                        ? "\"p%s\":{\"day\":\"2026-09-09\",\"count\":2}"
                                                                .formatted(asked.one("page"))
                                                        : "",
                                                asksFor(asked, "2026-09-09")
                                                        && asked.one("page").equals("1"))));

        assertThat(ledger.sum("sold", Map.of())).isEqualTo("4");
    }

    @Test
    void aRecordWithAnIdIsOneFactHoweverOftenItComes() {
        var yaml = Shop.YAML.replace("quantities:", "id: who\n        quantities:");

        read(
                yaml,
                asked ->
                        on(
                                asked,
                                "2026-09-09",
                                sale("2026-09-09", "\"ada\"", "2"),
                                sale("2026-09-09", "\"ada\"", "2")));

        assertThat(ledger.sum("sold", Map.of())).isEqualTo("2");
        assertThat(ledger.notes()).isEmpty();
    }

    @Test
    void aRecordThatIsNotUnderstoodBreaksItsDayAlone() {
        read(
                Shop.YAML,
                asked ->
                        on(
                                asked,
                                "2026-09-07",
                                sale("2026-09-07", "\"ada\"", "\"many\""),
                                sale("2026-09-08", "\"ada\"", "1")));

        assertThat(ledger.rejects())
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.path()).isEqualTo("$.sales[0].count");
                    assertThat(reject.request()).startsWith("/sales?kind=all&from=2026-09-07");
                });
        assertThat(ledger.completed("sold"))
                .containsExactly(
                        LocalDate.parse("2026-09-05"),
                        LocalDate.parse("2026-09-06"),
                        LocalDate.parse("2026-09-08"),
                        LocalDate.parse("2026-09-09"),
                        LocalDate.parse("2026-09-10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"day\":null,\"who\":\"ada\",\"count\":1}",
                "{\"day\":\"2026-08-01\",\"who\":\"ada\",\"count\":1}",
                "17"
            })
    void aRecordOfNoDayOfTheWindowBreaksTheWholeWindow(String sale) {
        read(Shop.YAML, asked -> on(asked, "2026-09-07", sale));

        assertThat(ledger.rejects()).hasSize(1);
        assertThat(ledger.facts("sold")).isEmpty();
        assertThat(ledger.completed("sold"))
                .doesNotContain(LocalDate.parse("2026-09-07"), LocalDate.parse("2026-09-08"))
                .hasSize(4);
    }

    @Test
    void anAnswerOfAnotherFormIsNeitherCoveredNorComplete() {
        read(Shop.YAML, _ -> Answer.ok("{\"items\":[]}"));

        assertThat(ledger.rejects()).hasSize(3);
        assertThat(ledger.completed("sold")).isEmpty();
        assertThat(ledger.batches()).allMatch(batch -> batch.coverage().isEmpty());
    }

    @Test
    void manyRecordsAreHandedOverInPartsThatOneBatchCovers() {
        var many =
                IntStream.range(0, 12_000)
                        .mapToObj(i -> sale("2026-09-09", "\"u" + i + "\"", "1"))
                        .toArray(String[]::new);

        read(Shop.YAML, asked -> on(asked, "2026-09-09", many));

        assertThat(ledger.sum("sold", Map.of())).isEqualTo("1.2E+4");
        assertThat(ledger.batches()).allMatch(batch -> batch.facts().size() <= 5_000);
        assertThat(ledger.batches().stream().filter(Batch::continued)).hasSize(2);
    }

    @Test
    void onlySoManyRejectsAreKept() {
        var many =
                IntStream.range(0, 1_000)
                        .mapToObj(_ -> sale("2026-09-09", "\"ada\"", "null"))
                        .toArray(String[]::new);

        read(Shop.YAML, asked -> on(asked, "2026-09-09", many));

        assertThat(ledger.rejects()).hasSize(201);
        assertThat(ledger.rejects().getLast().reason()).startsWith("1000 records");
    }

    @Test
    void aCursorLeadsThroughThePages() {
        var yaml = paged("cursor: {parameter: after, next: meta.next, more: meta.more}");

        read(
                yaml,
                asked ->
                        asksFor(asked, "2026-09-09") && asked.one("after").isEmpty()
                                ? Answer.ok(
                                        SIX.replace(
                                                "]}",
                                                "],\"meta\":{\"more\":true,\"next\":\"c/2\"}}"))
                                : asked.one("after").equals("c/2")
                                        ? meta(sale("2026-09-10", "\"u9\"", "4"), "false")
                                        : meta("", "false"));

        assertThat(ledger.sum("sold", Map.of())).isEqualTo("1E+1");
    }

    @Test
    void moreWithoutACursorIsNotTheEnd() {
        var yaml = paged("cursor: {parameter: after, next: meta.next, more: meta.more}");

        assertThatThrownBy(() -> read(yaml, _ -> meta("", "true")))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure ->
                                assertThat(failure.kind())
                                        .isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE))
                .hasMessageContaining("expected a cursor at meta.next since more follows");
        assertThat(ledger.completed("sold")).isEmpty();
    }

    @Test
    void pagesAreNumbered() {
        var yaml = paged("page: {parameter: page, first: 1, more: meta.more}");

        read(
                yaml,
                asked ->
                        asksFor(asked, "2026-09-09")
                                ? meta(
                                        sale("2026-09-09", "\"p" + asked.one("page") + "\"", "2"),
                                        asked.one("page").equals("3") ? "false" : "true")
                                : meta("", "false"));

        assertThat(ledger.facts("sold"))
                .extracting(fact -> fact.dimensions().get(Dimension.USER))
                .containsExactlyInAnyOrder("p1", "p2", "p3");
    }

    @Test
    void itemsAreSkipped() {
        var yaml = paged("offset: {parameter: skip, items: 'sales[]', more: meta.more}");

        read(
                yaml,
                asked ->
                        asksFor(asked, "2026-09-09")
                                ? meta(
                                        sale("2026-09-09", "\"s" + asked.one("skip") + "\"", "2"),
                                        asked.one("skip").equals("2") ? "false" : "true")
                                : meta("", "false"));

        assertThat(ledger.facts("sold"))
                .extracting(fact -> fact.dimensions().get(Dimension.USER))
                .containsExactlyInAnyOrder("s0", "s1", "s2");
    }

    @Test
    void membersOfAnObjectAreSkippedOneByOne() {
        var yaml =
                paged("offset: {parameter: skip, items: 'sales{}', more: meta.more}")
                        .replace("sales[]", "sales{}");
        var two =
                "\"a\":%s,\"b\":%s"
                        .formatted(
                                sale("2026-09-09", "\"ada\"", "2"),
                                sale("2026-09-09", "\"bob\"", "3"));

        var asked =
                read(
                        yaml,
                        one ->
                                Answer.ok(
                                        "{\"sales\":{%s},\"meta\":{\"more\":%s}}"
                                                .formatted(isFirst(one) ? two : "", isFirst(one))));

        assertThat(asked)
                .filteredOn(one -> asksFor(one, "2026-09-09"))
                .extracting(one -> one.one("skip"))
                .containsExactly("0", "2");
    }

    private static boolean isFirst(Asked asked) {
        return asksFor(asked, "2026-09-09") && asked.one("skip").equals("0");
    }

    @Test
    void linksAreFollowed() {
        read(
                paged("link: true"),
                asked ->
                        asked.query().containsKey("second")
                                ? sales(sale(asked.one("second"), "\"ada\"", "2"))
                                : new Answer(
                                        200,
                                        "{\"sales\":[]}",
                                        "</sales?second=" + asked.one("from") + ">; rel=\"next\""));

        assertThat(ledger.sum("sold", Map.of())).isEqualTo("6");
    }

    private static String paged(String paging) {
        return Shop.YAML.replace("    records:", "    paging: {" + paging + "}\n    records:");
    }

    /// A window of two pages.
    private static Function<Asked, Answer> pages(String first, String second) {
        return asked ->
                asksFor(asked, "2026-09-09")
                        ? asked.one("page").equals("1")
                                ? meta(first, "true")
                                : meta(second, "false")
                        : meta("", "false");
    }

    private static Answer meta(String sale, String more) {
        return Answer.ok("{\"sales\":[%s],\"meta\":{\"more\":%s}}".formatted(sale, more));
    }

    @Test
    void hoursAreFactsOfOneHour() {
        var yaml =
                Shop.YAML
                        .replace("      days: 2", "      grain: hour\n      days: 2")
                        .replace("{member: day, form: date}", "{member: day, form: rfc-3339}");

        read(
                yaml,
                asked -> on(asked, "2026-09-09", sale("2026-09-09T15:00:00+02:00", "\"a\"", "1")));

        assertThat(ledger.facts("sold"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.start()).isEqualTo("2026-09-09T13:00:00Z");
                    assertThat(fact.end()).isEqualTo("2026-09-09T14:00:00Z");
                });
    }

    @Test
    void aDayThatIsNotTheVendorsIsARejectInsteadOfBeingCutAgain() {
        var yaml =
                Shop.YAML
                        .replace("lag: PT1H", "zone: '-08:00', lag: PT1H")
                        .replace("{member: day, form: date}", "{member: day, form: rfc-3339}");

        read(
                yaml,
                asked ->
                        on(
                                asked,
                                "2026-09-09",
                                sale("2026-09-09T08:00:00Z", "\"right\"", "1"),
                                sale("2026-09-09T00:00:00Z", "\"wrong\"", "1")));

        assertThat(ledger.facts("sold"))
                .extracting(UsageFact::start)
                .containsExactly(Instant.parse("2026-09-09T08:00:00Z"));
        assertThat(ledger.rejects())
                .extracting(reject -> reject.reason())
                .containsExactly(
                        "expected the start of a day of the vendor's, found a time within it");
    }

    @Test
    void aRequestThatIsRefusedDoesNotKeepTheOthersFromBeingRead() {
        var yaml =
                Shop.YAML
                        .replace("requests:", "  lent: {meter: lent, unit: piece}\nrequests:")
                        .replace(
                                "requests:\n",
                                """
                                requests:
                                  loans:
                                    path: /loans
                                    window:
                                      start: {parameter: from, form: date}
                                      end: {parameter: to, form: date}
                                      ends: exclusive
                                      days: 2
                                    records:
                                      - items: loans[]
                                        time: {member: day, form: date}
                                        quantities: {lent: count}
                                """);

        assertThatThrownBy(() ->
                        read(
                                yaml,
                                asked ->
                                        asked.path().equals("/loans")
                                                ? new Answer(403, "{}", "")
                                                : sales()))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("/loans");
        assertThat(ledger.completed("sold")).hasSize(6);
        assertThat(ledger.completed("lent")).isEmpty();
    }

    @Test
    void whatTheSinkThrowsEndsTheRead() {
        try (var stub = new StubVendor(_ -> sales())) {
            var broken =
                    new ToyLedger() {
                        @Override
                        public void accept(Batch batch) {
                            throw new CancellationException("stop");
                        }
                    };

            assertThatThrownBy(() ->
                            Shop.connector(Shop.YAML)
                                    .read(Shop.settings(stub), Shop.readAt(Shop.NOW), broken))
                    .isInstanceOf(CancellationException.class);
            assertThat(stub.asked()).hasSize(1);
        }
    }

    @Test
    void aCheckTellsAnAnswerOfAnotherForm() {
        try (var stub = new StubVendor(_ -> Answer.ok("{\"items\":[]}"))) {
            var result = Shop.connector(Shop.YAML).check(Shop.settings(stub));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            CheckResult.Unavailable.class,
                            one -> assertThat(one.reason()).contains("$.sales"));
        }
    }
}

package dev.tallyport.adapter.rest;

import static dev.tallyport.adapter.rest.export.ExportedLines.answered;
import static dev.tallyport.adapter.rest.export.ExportedLines.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.adapter.rest.export.ExportedLines;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.application.pricing.CostQuestion;
import dev.tallyport.application.pricing.Costs;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.Rate;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CostTableTest {

    private static final DateRange MARCH =
            DateRange.of(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"));
    private static final Instant NOW = Instant.parse("2026-04-05T12:00:00Z");
    private static final DisplayNames NAMES =
            new DisplayNames(
                    List.of(
                            new DisplayNames.Label(
                                    Dimension.SOURCE, "acme", Optional.empty(), "Devin")));
    private static final Unit ACU = new Unit("ACU");

    record Asked(Grouping grouping, Optional<DateRange> days, Group group) {}

    @Provide
    static Arbitrary<Asked> asked() {
        return Combinators.combine(
                        Arbitraries.of(Dimension.class).set(),
                        Arbitraries.of(Bucket.DAY, Bucket.WEEK, Bucket.MONTH, Bucket.CYCLE)
                                .optional(),
                        Arbitraries.of(Dimension.class).set())
                .as((divided, bucket, stated) ->
                        new Asked(
                                new Grouping(bucket, divided),
                                bucket.map(one ->
                                        one == Bucket.DAY ? DateRange.of(MARCH.start()) : MARCH),
                                groupOf(divided, stated)));
    }

    @Property(tries = 200)
    void aRowSaysWhatItSaysOnThePage(@ForAll("asked") Asked asked) {
        var row =
                new Costs.Row(
                        asked.days(),
                        asked.group(),
                        MoneyKind.CONTRACTED,
                        Money.of("12.25", "USD"));
        var onThePage = answered(CostView.Row.of(row, asked.grouping().dimensions()));

        var inTheFile =
                ExportedLines.of(
                        CostTable.of(asked.grouping()),
                        List.of(new Named<>(row, row.group(), DisplayNames.NONE)),
                        Summary.NONE);

        assertThat(stated(inTheFile.getFirst())).isEqualTo(stated(onThePage));
    }

    @Property(tries = 100)
    void whatHasNoRateSaysWhatItSaysOnThePage(@ForAll("asked") Asked asked) {
        var gap =
                new Costs.Unpriced(
                        asked.days(),
                        asked.group().with(Dimension.SOURCE, "acme"),
                        "acus",
                        Quantity.of("3", ACU));
        var onThePage = answered(CostView.Unpriced.of(gap, asked.grouping().dimensions()));

        var inTheFile =
                ExportedLines.of(
                        CostTable.unpriced(asked.grouping()),
                        List.of(new Named<>(gap, gap.group(), DisplayNames.NONE)),
                        Summary.NONE);

        assertThat(stated(inTheFile.getFirst())).isEqualTo(stated(onThePage));
    }

    @Test
    void theSummaryHasTotalsWhatHasNoRateAndTheRates() {
        var terms =
                new Terms(
                        new Meter("acus", ACU),
                        PriceKind.CONTRACTED,
                        RateScope.EVERYTHING,
                        Money.of("2.25", "USD"),
                        Validity.ALWAYS);
        var costs =
                new Costs(
                        List.of(),
                        List.of(new Costs.Total(MoneyKind.CONTRACTED, Money.of("9", "USD"))),
                        List.of(Money.of("9", "USD")),
                        List.of(
                                new Costs.Unpriced(
                                        Optional.of(MARCH),
                                        Group.of(Dimension.SOURCE, "acme"),
                                        "acus",
                                        Quantity.of("3", ACU))),
                        List.of(new Costs.Used(new Rate(7, terms, false), MARCH)),
                        List.of(),
                        11,
                        "v");
        var question =
                new CostQuestion(
                        new Visibility.Everything(),
                        new Window.Days(MARCH),
                        Grouping.by(Bucket.MONTH),
                        Filter.ALL,
                        PriceKind.CONTRACTED,
                        Optional.empty());
        var summary =
                new CostSummary(
                        question,
                        costs,
                        _ -> NAMES,
                        Map.of("bucket", List.of("month")),
                        Map.of(),
                        NOW);

        var lines = ExportedLines.of(CostTable.of(question.grouping()), List.of(), summary.parts());

        assertThat(lines.getLast().path("summary").toString())
                .isEqualTo(
                        "{\"totals\":[{\"kind\":\"contracted\",\"amount\":9,\"currency\":\"USD\"}],"
                                + "\"estimatedSpend\":[{\"amount\":9,\"currency\":\"USD\"}],"
                                + "\"unpriced\":[{\"from\":\"2026-03-01\",\"to\":\"2026-04-01\","
                                + "\"source\":\"acme\",\"sourceName\":\"Devin\",\"meter\":\"acus\","
                                + "\"quantity\":3,"
                                + "\"unit\":\"ACU\"}],"
                                + "\"rates\":[{\"id\":7,\"meter\":\"acus\",\"unit\":\"ACU\","
                                + "\"source\":null,\"sourceName\":null,\"organization\":null,"
                                + "\"organizationName\":null,\"product\":null,"
                                + "\"model\":null,\"amount\":2.25,\"currency\":\"USD\","
                                + "\"configured\":false,\"from\":\"2026-03-01\","
                                + "\"to\":\"2026-04-01\"}],"
                                + "\"question\":[{\"name\":\"bucket\",\"value\":\"month\"}],"
                                + "\"answer\":[{\"from\":\"2026-03-01\",\"to\":\"2026-04-01\","
                                + "\"asKnownOn\":null,\"dataVersion\":11,\"ratesVersion\":\"v\","
                                + "\"rows\":0,\"exportedAt\":\"2026-04-05T12:00:00Z\"}],"
                                + "\"sources\":[]}");
    }

    /// A user who is nobody's is named where persons are told apart.
    private static Group groupOf(Set<Dimension> divided, Set<Dimension> stated) {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : stated) {
            if (divided.contains(dimension)) {
                values.put(dimension, "a-" + dimension);
            }
        }
        if (divided.contains(Dimension.PERSON) && !stated.contains(Dimension.PERSON)) {
            values.put(Dimension.USER, "email|1");
            values.put(Dimension.SOURCE, "acme");
        }
        return new Group(values);
    }
}

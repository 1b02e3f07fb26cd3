package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.rate.RateView;
import dev.tallyport.application.pricing.Rates.Version;
import dev.tallyport.application.reporting.CompareTotals;
import dev.tallyport.application.reporting.CompareTotals.Compared;
import dev.tallyport.application.reporting.ExplainAnswer.Explained;
import dev.tallyport.application.reporting.ExplainAnswer.Origin;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where the figures of an answer come from.
@Schema(name = "Explanation", description = "Where the figures of an answer come from")
record ExplanationView(
        WindowView window,
        @Schema(description = "As in the answer", nullable = true) @Nullable Instant asKnownOn,
        @Schema(description = "As in the answer", examples = "4711") long dataVersion,
        @Schema(description = "As in the answer") List<UsageView.Amount> totals,
        @Schema(description = "Once per source and meter") List<OriginView> sources,
        @Schema(
                        description =
                                "What these meters cost on some of the days, as far as whoever asks"
                                        + " may see costs; /costs says which rate applies to what")
                List<RateView> rates) {

    /// Where the figures of one source and meter come from.
    @Schema(name = "Origin", description = "Where the figures of one source and meter come from")
    record OriginView(
            UsageView.Standing standing,
            @Schema(examples = "Devin") String vendor,
            @Schema(
                            description = "What the figures are, in words",
                            examples =
                                    "acus in ACU, as Devin states them for each of its days, told"
                                            + " apart by organization, product, user")
                    String definition,
            @Schema(description = "The first instant of the days asked for") Instant start,
            @Schema(description = "The first instant after them") Instant end,
            @Schema(
                            description =
                                    "How long after its end a day may still be restated, as an ISO"
                                            + " 8601 duration",
                            examples = "PT72H")
                    String settlesAfter,
            @Schema(
                            description =
                                    "When the first of these days was read whole; null for never",
                            nullable = true)
                    @Nullable Instant fetchedFirst,
            @Schema(
                            description =
                                    "When one of these days was last read whole for the first time,"
                                            + " or as settled",
                            nullable = true)
                    @Nullable Instant fetchedLast,
            @Schema(description = "The newest version of this source in the answer") long version,
            @Schema(description = "When that was recorded", nullable = true)
                    @Nullable Instant recordedAt,
            @Schema(description = "The vendor's own totals of these days beside their parts")
                    List<DeclaredView> declared) {

        static OriginView of(Origin origin) {
            return new OriginView(
                    UsageView.Standing.of(origin.standing()),
                    origin.connector().name(),
                    origin.cut()
                            .map(cut -> definition(origin.connector(), cut))
                            .orElse(origin.standing().meter() + ", of which it does not say"),
                    origin.from(),
                    origin.to(),
                    origin.connector().settleHorizon().toString(),
                    origin.fetched().map(fetched -> fetched.first()).orElse(null),
                    origin.fetched().map(fetched -> fetched.last()).orElse(null),
                    origin.standing().version(),
                    origin.recordedAt().orElse(null),
                    DeclaredView.of(origin.declared()));
        }

        private static String definition(ConnectorDescriptor connector, Cut cut) {
            var when =
                    switch (cut.grain()) {
                        case DAY -> "for each of its days";
                        case HOUR -> "for each hour";
                        case EVENT -> "as they happen";
                    };
            var dimensions =
                    cut.dimensions().stream()
                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(", "));
            return "%s in %s%s, as %s states them %s, %s"
                    .formatted(
                            cut.meter(),
                            cut.unit().orElse("the unit that each names"),
                            cut.money()
                                    .map(kind -> " (" + kind.name().toLowerCase(Locale.ROOT) + ")")
                                    .orElse(""),
                            connector.name(),
                            when,
                            dimensions.isEmpty() ? "undivided" : "told apart by " + dimensions);
        }
    }

    /// Totals of one kind that compare alike.
    @Schema(
            name = "DeclaredTotals",
            description =
                    "The vendor's totals of one kind that compare with their parts alike, and none"
                            + " of which holds another")
    record DeclaredView(
            @Schema(description = "Which of the vendor's totals", examples = "enterprise")
                    String total,
            @Schema(
                            description =
                                    "What they are told apart by; nothing for those of all usage",
                            examples = "[\"organization\"]")
                    List<String> groupBy,
            @Schema(description = "From the first of their days to the last") RangeView days,
            @Schema(
                            description = "As in the reconciliation",
                            enumeration = {"agreed", "unattributed", "exceeded", "late"})
                    String cause,
            @Schema(examples = "30") int count,
            @Schema(examples = "830.5") BigDecimal declared,
            @Schema(description = "What is known in parts", examples = "829.5") BigDecimal summed,
            @Schema(examples = "ACU") String unit) {

        static List<DeclaredView> of(List<Compared> compared) {
            return CompareTotals.additive(compared).stream().map(DeclaredView::ofAlike).toList();
        }

        private static DeclaredView ofAlike(List<Compared> compared) {
            var first = compared.getFirst();
            var declared =
                    compared.stream().map(Compared::declared).reduce(Quantity::plus).orElseThrow();
            var parts = compared.stream().map(Compared::parts).reduce(Quantity::plus).orElseThrow();
            return new DeclaredView(
                    first.total(),
                    first.group().values().keySet().stream()
                            .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    RangeView.of(
                            compared.stream()
                                    .map(Compared::days)
                                    .reduce(DateRange::hull)
                                    .orElseThrow()),
                    first.cause().name().toLowerCase(Locale.ROOT),
                    compared.size(),
                    declared.amount(),
                    parts.amount(),
                    declared.unit().symbol());
        }
    }

    static ExplanationView of(Question question, Explained explained, List<Version> rates) {
        var answer = explained.answer();
        return new ExplanationView(
                WindowView.of(question.window()),
                question.asKnownOn().orElse(null),
                answer.dataVersion(),
                answer.totals().stream().map(UsageView.Amount::of).toList(),
                explained.origins().stream().map(OriginView::of).toList(),
                rates.stream().map(RateView::of).toList());
    }
}

package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.CompareCounts;
import dev.tallyport.application.reporting.CompareTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a source's totals compare with their parts.
@Schema(name = "Reconciliation", description = "How a source's totals compare with their parts")
record ReconciliationView(
        @Schema(examples = "acme") String source,
        @Schema(description = "The days that the comparisons begin on") RangeView window,
        List<ComparisonView> comparisons,
        @Schema(
                        description =
                                "What the vendor counts itself beside what is counted from its"
                                        + " activities; for those only who may see everybody's metrics")
                List<CountView> counts,
        @Schema(
                        description =
                                "Where the vendor divides a meter in several ways, what each comes"
                                        + " to over these days; the first is the one that answers"
                                        + " questions, and they are never added")
                List<DivisionView> divisions,
        NamesView names) {

    @Schema(name = "CountComparison", description = "A count of the vendor's beside ours")
    record CountView(
            @Schema(examples = "active-users") String name,
            @Schema(description = "The first instant of the interval") Instant start,
            @Schema(description = "The first instant no longer in it") Instant end,
            @Schema(examples = "42") BigDecimal declared,
            @Schema(examples = "41") BigDecimal counted,
            @Schema(examples = "user") String unit,
            @Schema(
                            description =
                                    "agreed: equal. unattributed: more is declared. exceeded: more is"
                                            + " counted here. late: they differ and may still change.",
                            enumeration = {"agreed", "unattributed", "exceeded", "late"})
                    String cause) {

        static CountView of(CompareCounts.Compared compared) {
            var count = compared.count();
            return new CountView(
                    count.name(),
                    count.start(),
                    count.end(),
                    count.declared(),
                    count.counted(),
                    count.unit(),
                    compared.cause().name().toLowerCase(Locale.ROOT));
        }
    }

    @Schema(name = "Division", description = "What one way of dividing a meter comes to")
    record DivisionView(
            @Schema(examples = "acus") String meter,
            @Schema(examples = "sessions") String cut,
            @Schema(examples = "830.5") BigDecimal quantity,
            @Schema(description = "Beyond the first way", examples = "-12.25")
                    BigDecimal difference,
            @Schema(examples = "ACU") String unit) {

        static DivisionView of(CompareTotals.Division division) {
            return new DivisionView(
                    division.meter(),
                    division.cut(),
                    division.sum().amount(),
                    division.difference().amount(),
                    division.sum().unit().symbol());
        }
    }
}

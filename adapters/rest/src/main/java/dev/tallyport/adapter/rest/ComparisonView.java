package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tallyport.application.reporting.CompareTotals.Cause;
import dev.tallyport.application.reporting.CompareTotals.Compared;
import dev.tallyport.domain.usage.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A total that the vendor declares beside the sum of its parts. A dimension that the total does
/// not name is not written.
@Schema(
        name = "Comparison",
        description = "A total that the vendor declares beside the sum of its parts")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparisonView(
        @Schema(description = "Which of the vendor's totals", examples = "enterprise-daily")
                String total,
        LocalDate from,
        @Schema(description = "The first day no longer in it") LocalDate to,
        @Schema(examples = "email|1") @Nullable String user,
        @Schema(examples = "org-1") @Nullable String organization,
        @Schema(examples = "cascade") @Nullable String product,
        @Schema(examples = "claude-sonnet-4") @Nullable String model,
        @Schema(examples = "Release notes") @Nullable String activity,
        @Schema(examples = "15.25") BigDecimal declared,
        @Schema(description = "What is known in parts", examples = "12.25") BigDecimal parts,
        @Schema(
                        description =
                                "Declared beyond the parts; below zero when the parts are more",
                        examples = "3")
                BigDecimal difference,
        @Schema(examples = "ACU") String unit,
        @Schema(
                        description =
                                "agreed: equal. unattributed: more is declared than is known in"
                                        + " parts. exceeded: more is known in parts than is"
                                        + " declared. late: so too, but the days may still change.",
                        enumeration = {"agreed", "unattributed", "exceeded", "late"})
                String cause) {

    static ComparisonView of(Compared compared) {
        var group = compared.group();
        return new ComparisonView(
                compared.total(),
                compared.days().start(),
                compared.days().end(),
                group.value(Dimension.USER).orElse(null),
                group.value(Dimension.ORGANIZATION).orElse(null),
                group.value(Dimension.PRODUCT).orElse(null),
                group.value(Dimension.MODEL).orElse(null),
                group.value(Dimension.ACTIVITY).orElse(null),
                compared.declared().amount(),
                compared.parts().amount(),
                compared.difference().amount(),
                compared.declared().unit().symbol(),
                nameOf(compared.cause()));
    }

    private static String nameOf(Cause cause) {
        return switch (cause) {
            case AGREED -> "agreed";
            case UNATTRIBUTED -> "unattributed";
            case LATE -> "late";
            case EXCEEDED -> "exceeded";
        };
    }
}

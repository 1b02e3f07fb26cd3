package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Settledness;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Usage, and how far it can be relied on.
@Schema(name = "Usage", description = "Usage, and how far it can be relied on")
public record UsageView(
        WindowView window,
        @Schema(examples = "acus") String meter,
        @Schema(description = "The figures as known then; null for now", nullable = true)
                @Nullable Instant asKnownOn,
        List<Row> rows,
        @Schema(
                        description =
                                "Over everything asked for; null when no source says, or when it is"
                                        + " of several units",
                        nullable = true)
                @Nullable Amount total,
        @Schema(description = "Over everything asked for, one per unit") List<Amount> totals,
        List<Standing> sources) {

    /// What one group used. A dimension that is not grouped by is not written.
    @Schema(
            name = "UsageRow",
            description =
                    "What one group used. A dimension grouped by that usage does not state is null:"
                            + " usage of nobody known, or tied to no organization.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @Schema(examples = "2026-01-16") @Nullable LocalDate day,
            @Schema(implementation = String.class, nullable = true, examples = "email|1")
                    @Nullable Stated user,
            @Schema(implementation = String.class, nullable = true, examples = "org-1")
                    @Nullable Stated organization,
            @Schema(implementation = String.class, nullable = true, examples = "cascade")
                    @Nullable Stated product,
            @Schema(implementation = String.class, nullable = true, examples = "claude-sonnet-4")
                    @Nullable Stated model,
            @Schema(implementation = String.class, nullable = true, examples = "Release notes")
                    @Nullable Stated activity,
            @Schema(required = true, examples = "12.25") BigDecimal quantity,
            @Schema(required = true, examples = "ACU") String unit) {

        static Row of(Answer.Row row, Set<Dimension> toldApart) {
            return new Row(
                    row.day().orElse(null),
                    Stated.of(row.group(), Dimension.USER, toldApart),
                    Stated.of(row.group(), Dimension.ORGANIZATION, toldApart),
                    Stated.of(row.group(), Dimension.PRODUCT, toldApart),
                    Stated.of(row.group(), Dimension.MODEL, toldApart),
                    Stated.of(row.group(), Dimension.ACTIVITY, toldApart),
                    row.quantity().amount(),
                    row.quantity().unit().symbol());
        }
    }

    @Schema(name = "Amount", description = "An exact quantity with its unit")
    public record Amount(
            @Schema(examples = "12.25") BigDecimal quantity,
            @Schema(examples = "ACU") String unit) {

        static Amount of(Quantity quantity) {
            return new Amount(quantity.amount(), quantity.unit().symbol());
        }
    }

    /// How a source took part in the answer.
    @Schema(name = "SourceStanding", description = "How a source took part in the answer")
    public record Standing(
            @Schema(examples = "acme") String source,
            @Schema(
                            description =
                                    "Which of its divisions answered; null when it does not say",
                            nullable = true)
                    @Nullable String cut,
            @Schema(description = "Whether it says anything to this question") boolean says,
            @Schema(description = "When the last sync began that read everything", nullable = true)
                    @Nullable Instant readAt,
            @Schema(description = "The days asked for, in its own calendar") RangeView days,
            @Schema(description = "Days that will not change") List<RangeView> settled,
            @Schema(description = "Days that may still change") List<RangeView> provisional,
            @Schema(description = "Days that were never read whole") List<RangeView> missing) {

        static Standing of(Answer.Standing standing) {
            return new Standing(
                    standing.source().value(),
                    standing.cut().orElse(null),
                    standing.cut().isPresent(),
                    standing.readAt().orElse(null),
                    RangeView.of(standing.days()),
                    ranges(standing, Settledness.SETTLED),
                    ranges(standing, Settledness.PROVISIONAL),
                    ranges(standing, Settledness.MISSING));
        }

        private static List<RangeView> ranges(Answer.Standing standing, Settledness settledness) {
            return standing.stretches().stream()
                    .filter(stretch -> stretch.settledness() == settledness)
                    .map(stretch -> RangeView.of(stretch.days()))
                    .toList();
        }
    }

    static UsageView of(Question question, Answer answer) {
        var table = answer.tables().getFirst();
        return new UsageView(
                WindowView.of(question.window()),
                question.meter(),
                question.asKnownOn().orElse(null),
                table.rows().stream()
                        .map(row -> Row.of(row, table.grouping().dimensions()))
                        .toList(),
                answer.totals().size() == 1 ? Amount.of(answer.totals().getFirst()) : null,
                answer.totals().stream().map(Amount::of).toList(),
                answer.sources().stream().map(Standing::of).toList());
    }
}

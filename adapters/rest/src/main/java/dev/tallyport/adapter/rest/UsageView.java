package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Settledness;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Usage, and how far it can be relied on.
@Schema(name = "Usage", description = "Usage, and how far it can be relied on")
public record UsageView(
        WindowView window,
        @Schema(
                        description =
                                "Whose days are meant where usage is stated finer than by day: a"
                                        + " zone, or source for each source's own",
                        examples = "source")
                String calendar,
        @Schema(description = "What is measured, in the order of the rows", examples = "[\"acus\"]")
                List<String> meters,
        @Schema(description = "The figures as known then; null for now", nullable = true)
                @Nullable Instant asKnownOn,
        @Schema(
                        description =
                                "The newest version of the ledger that is in the figures; 0 for"
                                        + " none. Figures of one question that differ are of different"
                                        + " versions",
                        examples = "4711")
                long dataVersion,
        List<Row> rows,
        @Schema(description = "How many rows there are on all pages", examples = "2") int rowCount,
        @Schema(description = "After which the next page begins; null on the last", nullable = true)
                @Nullable String next,
        @Schema(
                        description =
                                "Over everything asked for; null when no source says, or when it is"
                                        + " of several measures or units",
                        nullable = true)
                @Nullable Amount total,
        @Schema(
                        description =
                                "Over everything asked for and not only this page, one per meter,"
                                        + " kind of money and unit")
                List<Amount> totals,
        @Schema(description = "The period before, when asked for", nullable = true)
                @Nullable Before before,
        @Schema(description = "How each source took part, once per meter") List<Standing> sources,
        NamesView names) {

    /// What one group used. A dimension that is not grouped by is not written.
    @Schema(
            name = "UsageRow",
            description =
                    "What one group used. A dimension grouped by that usage does not state is null:"
                            + " usage of nobody known, or tied to no organization.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @Schema(description = "Where days are told apart", examples = "2026-01-16")
                    @Nullable LocalDate day,
            @Schema(
                            description =
                                    "Where other stretches of time are told apart: a date, or for"
                                            + " hours a date-time",
                            examples = "2026-01-01")
                    @Nullable String from,
            @Schema(description = "No longer in it", examples = "2026-02-01") @Nullable String to,
            @Schema(implementation = String.class, nullable = true, examples = "email|1")
                    @Nullable Stated user,
            @Schema(
                            description =
                                    "The number of a person; where a user is nobody's, the user and"
                                            + " the source are named instead",
                            implementation = String.class,
                            nullable = true,
                            examples = "7")
                    @Nullable Stated person,
            @Schema(implementation = String.class, nullable = true, examples = "org-1")
                    @Nullable Stated organization,
            @Schema(implementation = String.class, nullable = true, examples = "cascade")
                    @Nullable Stated product,
            @Schema(implementation = String.class, nullable = true, examples = "claude-sonnet-4")
                    @Nullable Stated model,
            @Schema(implementation = String.class, nullable = true, examples = "Release notes")
                    @Nullable Stated activity,
            @Schema(implementation = String.class, nullable = true, examples = "acme")
                    @Nullable Stated source,
            @Schema(
                            description =
                                    "Of how many further groups this is the sum, where only the top"
                                            + " ones have rows of their own",
                            examples = "12")
                    @Nullable Integer others,
            @Schema(required = true, examples = "acus") String meter,
            @Schema(description = "What an amount of money says", examples = "contracted")
                    @Nullable String money,
            @Schema(required = true, examples = "12.25") BigDecimal quantity,
            @Schema(required = true, examples = "ACU") String unit) {

        static Row of(Answer.Row row, Set<Dimension> toldApart) {
            var slot = row.slot().map(SlotView::of).orElse(SlotView.NONE);
            var named = row.others().isPresent() ? Set.<Dimension>of() : named(row, toldApart);
            return new Row(
                    slot.day(),
                    slot.from(),
                    slot.to(),
                    Stated.of(row.group(), Dimension.USER, named),
                    Stated.of(row.group(), Dimension.PERSON, named),
                    Stated.of(row.group(), Dimension.ORGANIZATION, named),
                    Stated.of(row.group(), Dimension.PRODUCT, named),
                    Stated.of(row.group(), Dimension.MODEL, named),
                    Stated.of(row.group(), Dimension.ACTIVITY, named),
                    Stated.of(row.group(), Dimension.SOURCE, named),
                    row.others().orElse(null),
                    row.measure().meter(),
                    moneyOf(row.measure()),
                    row.quantity().amount(),
                    row.quantity().unit().symbol());
        }

        private static Set<Dimension> named(Answer.Row row, Set<Dimension> toldApart) {
            var named = EnumSet.noneOf(Dimension.class);
            named.addAll(toldApart);
            named.addAll(row.group().values().keySet());
            return named;
        }
    }

    private static @Nullable String moneyOf(Answer.Measure measure) {
        return measure.money().map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse(null);
    }

    /// The same question about the period before.
    @Schema(name = "UsageBefore", description = "The same question about the period before")
    public record Before(
            WindowView window,
            List<Row> rows,
            @Schema(description = "As total", nullable = true) @Nullable Amount total,
            List<Amount> totals,
            List<Standing> sources) {

        static Before of(Window window, Answer answer) {
            var table = answer.tables().getFirst();
            return new Before(
                    WindowView.of(window),
                    UsageView.rows(table.rows(), table.grouping()),
                    single(answer),
                    answer.totals().stream().map(Amount::of).toList(),
                    answer.sources().stream().map(Standing::of).toList());
        }
    }

    @Schema(name = "Amount", description = "An exact quantity with its unit")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Amount(
            @Schema(examples = "acus") String meter,
            @Schema(description = "What an amount of money says", examples = "contracted")
                    @Nullable String money,
            @Schema(examples = "12.25") BigDecimal quantity,
            @Schema(examples = "ACU") String unit) {

        static Amount of(Answer.Total total) {
            return new Amount(
                    total.measure().meter(),
                    moneyOf(total.measure()),
                    total.quantity().amount(),
                    total.quantity().unit().symbol());
        }
    }

    /// How a source took part in the answer.
    @Schema(name = "SourceStanding", description = "How a source took part in the answer")
    public record Standing(
            @Schema(examples = "acme") String source,
            @Schema(examples = "acus") String meter,
            @Schema(
                            description =
                                    "Which of its divisions answered; null when it does not say",
                            nullable = true)
                    @Nullable String cut,
            @Schema(description = "Whether it says anything to this question") boolean says,
            @Schema(
                            description =
                                    "Why it does not: unread when nothing was read of it yet,"
                                            + " undivided when it does not tell apart what is asked for"
                                            + " or may be seen, only_days when it states days and less"
                                            + " is asked for; null when it does",
                            enumeration = {"unread", "undivided", "only_days"},
                            nullable = true)
                    @Nullable String silence,
            @Schema(description = "When the last sync began that read everything", nullable = true)
                    @Nullable Instant readAt,
            @Schema(description = "The days asked for, in its own calendar") RangeView days,
            @Schema(description = "Days that will not change") List<RangeView> settled,
            @Schema(description = "Days that may still change") List<RangeView> provisional,
            @Schema(description = "Days that were never read whole") List<RangeView> missing) {

        static Standing of(Answer.Standing standing) {
            return new Standing(
                    standing.source().value(),
                    standing.meter(),
                    standing.cut().orElse(null),
                    standing.cut().isPresent(),
                    standing.silence()
                            .map(silence -> silence.name().toLowerCase(Locale.ROOT))
                            .orElse(null),
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

    /// @param rows of one page
    /// @param find finds the names in rows
    static UsageView of(
            Question question,
            Answer answer,
            List<Answer.Row> rows,
            Optional<UsagePage.Cursor> next,
            Function<List<Group>, DisplayNames> find) {
        var table = answer.tables().getFirst();
        return new UsageView(
                WindowView.of(question.window()),
                question.zone().map(ZoneId::getId).orElse("source"),
                question.meters(),
                question.asKnownOn().orElse(null),
                answer.dataVersion(),
                rows(rows, table.grouping()),
                table.rows().size(),
                next.map(UsagePage.Cursor::toString).orElse(null),
                single(answer),
                answer.totals().stream().map(Amount::of).toList(),
                answer.before()
                        .flatMap(before ->
                                question.comparedWith().map(window -> Before.of(window, before)))
                        .orElse(null),
                answer.sources().stream().map(Standing::of).toList(),
                NamesView.of(named(rows, answer), find));
    }

    /// What rows of a page name, and those of the period before.
    private static List<Group> named(List<Answer.Row> rows, Answer answer) {
        return Stream.concat(
                        rows.stream(),
                        answer.before().stream()
                                .flatMap(before -> before.tables().getFirst().rows().stream()))
                .map(Answer.Row::group)
                .distinct()
                .toList();
    }

    private static List<Row> rows(List<Answer.Row> rows, Grouping grouping) {
        return rows.stream().map(row -> Row.of(row, grouping.dimensions())).toList();
    }

    private static @Nullable Amount single(Answer answer) {
        return answer.totals().size() == 1 ? Amount.of(answer.totals().getFirst()) : null;
    }
}

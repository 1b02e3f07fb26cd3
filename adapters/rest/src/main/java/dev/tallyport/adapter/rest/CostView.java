package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tallyport.application.pricing.CostQuestion;
import dev.tallyport.application.pricing.Costs;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Slot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What usage cost, and by which rates.
@Schema(name = "Costs", description = "What usage cost. Kinds and currencies are never added up")
record CostView(
        WindowView window,
        @Schema(description = "The figures as known then; null for now", nullable = true)
                @Nullable Instant asKnownOn,
        @Schema(
                        description = "The newest version of the ledger that is in the figures",
                        examples = "4711")
                long dataVersion,
        @Schema(description = "Tells the rates that were known from any others")
                String ratesVersion,
        List<Row> rows,
        @Schema(description = "Over everything asked for, one per kind and currency")
                List<Total> totals,
        @Schema(
                        description =
                                "One figure per currency, over the kind in which each source reports"
                                        + " its costs; none at list prices")
                List<Amount> estimatedSpend,
        @Schema(description = "Usage that no rate is for; it is in no other figure")
                List<Unpriced> unpriced,
        @Schema(description = "The rates that a price was taken from") List<Rate> rates,
        @Schema(description = "How each source took part, once per meter")
                List<UsageView.Standing> sources,
        NamesView names) {

    @Schema(
            name = "CostRow",
            description =
                    "What usage of one group cost. A dimension that is not grouped by is not written;"
                            + " one that usage does not state is null.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            @Schema(description = "Where days are told apart", examples = "2026-01-16")
                    @Nullable LocalDate day,
            @Schema(
                            description = "Where other stretches of time are told apart",
                            examples = "2026-01-01")
                    @Nullable String from,
            @Schema(description = "No longer in it", examples = "2026-02-01") @Nullable String to,
            @Schema(implementation = String.class, nullable = true, examples = "email|1")
                    @Nullable Stated user,
            @Schema(implementation = String.class, nullable = true, examples = "7")
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
            @Schema(required = true, examples = "contracted") String kind,
            @Schema(required = true, examples = "562.5") BigDecimal amount,
            @Schema(required = true, examples = "USD") String currency) {

        static Row of(Costs.Row row, Set<Dimension> toldApart) {
            var slot = slotOf(row.days());
            var named = named(row.group(), toldApart);
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
                    written(row.kind()),
                    row.cost().amount(),
                    row.cost().currency().getCurrencyCode());
        }
    }

    @Schema(name = "CostTotal", description = "An exact sum of one kind and currency")
    record Total(
            @Schema(
                            description = "What the amount says",
                            enumeration = {"list", "contracted", "billed", "effective", "notional"})
                    String kind,
            @Schema(examples = "1687.5") BigDecimal amount,
            @Schema(examples = "USD") String currency) {

        static Total of(Costs.Total total) {
            return new Total(
                    written(total.kind()),
                    total.cost().amount(),
                    total.cost().currency().getCurrencyCode());
        }
    }

    @Schema(name = "MoneyAmount", description = "An exact amount of one currency")
    record Amount(
            @Schema(examples = "1687.5") BigDecimal amount,
            @Schema(examples = "USD") String currency) {

        static Amount of(Money money) {
            return new Amount(money.amount(), money.currency().getCurrencyCode());
        }
    }

    @Schema(
            name = "UnpricedUsage",
            description = "Usage that no rate is for, grouped as the rows and by source")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unpriced(
            @Schema(examples = "2026-01-16") @Nullable LocalDate day,
            @Schema(examples = "2026-01-01") @Nullable String from,
            @Schema(examples = "2026-02-01") @Nullable String to,
            @Schema(implementation = String.class, nullable = true) @Nullable Stated user,
            @Schema(implementation = String.class, nullable = true) @Nullable Stated person,
            @Schema(implementation = String.class, nullable = true) @Nullable Stated organization,
            @Schema(implementation = String.class, nullable = true) @Nullable Stated product,
            @Schema(implementation = String.class, nullable = true) @Nullable Stated model,
            @Schema(implementation = String.class, nullable = true) @Nullable Stated activity,
            @Schema(implementation = String.class, examples = "acme") @Nullable Stated source,
            @Schema(required = true, examples = "acus") String meter,
            @Schema(required = true, examples = "12.25") BigDecimal quantity,
            @Schema(required = true, examples = "ACU") String unit) {

        static Unpriced of(Costs.Unpriced gap, Set<Dimension> toldApart) {
            var slot = slotOf(gap.days());
            var named = named(gap.group(), toldApart);
            return new Unpriced(
                    slot.day(),
                    slot.from(),
                    slot.to(),
                    Stated.of(gap.group(), Dimension.USER, named),
                    Stated.of(gap.group(), Dimension.PERSON, named),
                    Stated.of(gap.group(), Dimension.ORGANIZATION, named),
                    Stated.of(gap.group(), Dimension.PRODUCT, named),
                    Stated.of(gap.group(), Dimension.MODEL, named),
                    Stated.of(gap.group(), Dimension.ACTIVITY, named),
                    Stated.of(gap.group(), Dimension.SOURCE, named),
                    gap.meter(),
                    gap.quantity().amount(),
                    gap.quantity().unit().symbol());
        }
    }

    @Schema(name = "UsedRate", description = "A rate that a price was taken from")
    record Rate(
            @Schema(required = true, examples = "7") long id,
            @Schema(required = true, examples = "acus") String meter,
            @Schema(required = true, examples = "ACU") String unit,
            @Schema(description = "Null for all sources", nullable = true) @Nullable String source,
            @Schema(description = "Null for all of them", nullable = true)
                    @Nullable String organization,
            @Schema(description = "Null for all products", nullable = true)
                    @Nullable String product,
            @Schema(description = "Null for all models", nullable = true) @Nullable String model,
            @Schema(required = true, examples = "2.25") BigDecimal amount,
            @Schema(required = true, examples = "USD") String currency,
            @Schema(required = true, description = "Whether it is that of the configuration")
                    boolean configured,
            @Schema(required = true, description = "The days asked about that it holds on")
                    RangeView days) {

        static Rate of(Costs.Used used) {
            var terms = used.rate().terms();
            var scope = terms.scope();
            return new Rate(
                    used.rate().id(),
                    terms.meter().id(),
                    terms.meter().unit().symbol(),
                    scope.source().map(SourceName::value).orElse(null),
                    scope.group().value(Dimension.ORGANIZATION).orElse(null),
                    scope.group().value(Dimension.PRODUCT).orElse(null),
                    scope.group().value(Dimension.MODEL).orElse(null),
                    terms.price().amount(),
                    terms.price().currency().getCurrencyCode(),
                    used.rate().configured(),
                    RangeView.of(used.days()));
        }
    }

    /// @param find finds the names in rows
    static CostView of(
            CostQuestion question, Costs costs, Function<List<Group>, DisplayNames> find) {
        var toldApart = question.grouping().dimensions();
        return new CostView(
                WindowView.of(question.window()),
                question.asKnownOn().orElse(null),
                costs.dataVersion(),
                costs.ratesVersion(),
                costs.rows().stream().map(row -> Row.of(row, toldApart)).toList(),
                costs.totals().stream().map(Total::of).toList(),
                costs.estimatedSpend().stream().map(Amount::of).toList(),
                costs.unpriced().stream().map(gap -> Unpriced.of(gap, toldApart)).toList(),
                costs.rates().stream().map(Rate::of).toList(),
                costs.sources().stream().map(UsageView.Standing::of).toList(),
                NamesView.of(named(costs), find));
    }

    /// What rows name, those of usage without a price, and the rates.
    private static List<Group> named(Costs costs) {
        return Stream.of(
                        costs.rows().stream().map(Costs.Row::group),
                        costs.unpriced().stream().map(Costs.Unpriced::group),
                        costs.rates().stream().map(used -> named(used.rate().terms().scope())))
                .flatMap(groups -> groups)
                .distinct()
                .toList();
    }

    static Group named(RateScope scope) {
        return scope.source()
                .map(source -> scope.group().with(Dimension.SOURCE, source.value()))
                .orElse(scope.group());
    }

    static String written(MoneyKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static SlotView slotOf(Optional<DateRange> days) {
        return days.map(range -> SlotView.of(new Slot.Days(range))).orElse(SlotView.NONE);
    }

    private static Set<Dimension> named(Group group, Set<Dimension> toldApart) {
        var named = EnumSet.noneOf(Dimension.class);
        named.addAll(toldApart);
        named.addAll(group.values().keySet());
        return named;
    }
}

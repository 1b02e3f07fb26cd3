package dev.tallyport.domain.pricing;

import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Rates to try laws on: few values, so that scopes meet.
final class AnyRates {

    static final Meter ACUS = new Meter("acus", new Unit("ACU"));
    static final Currency USD = Currency.getInstance("USD");

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 40;

    private AnyRates() {}

    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-3, DAYS + 3).map(FIRST::plusDays);
    }

    static Arbitrary<SourceName> sources() {
        return Arbitraries.of("acme", "beta").map(SourceName::new);
    }

    static Arbitrary<Group> usage() {
        return Combinators.combine(
                        Arbitraries.of("org-1", "org-2").optional(0.8),
                        Arbitraries.of("cascade", "devin").optional(0.8),
                        Arbitraries.of("opus", "sonnet").optional(0.8),
                        Arbitraries.of("ann", "bob").optional(0.8))
                .as((organization, product, model, user) -> {
                    var values = new EnumMap<Dimension, String>(Dimension.class);
                    organization.ifPresent(value -> values.put(Dimension.ORGANIZATION, value));
                    product.ifPresent(value -> values.put(Dimension.PRODUCT, value));
                    model.ifPresent(value -> values.put(Dimension.MODEL, value));
                    user.ifPresent(value -> values.put(Dimension.USER, value));
                    return new Group(values);
                });
    }

    static Arbitrary<RateBook> books() {
        return rates().list().ofMaxSize(20).map(AnyRates::withoutOverlaps);
    }

    static Rate rate(long id, RateScope scope, String price, Validity days) {
        return new Rate(
                id,
                new Terms(ACUS, PriceKind.CONTRACTED, scope, Money.of(price, "USD"), days),
                false);
    }

    private static RateBook withoutOverlaps(List<Rate> rates) {
        var kept = new ArrayList<Rate>();
        for (var rate : rates) {
            kept.add(new Rate(kept.size() + 1L, rate.terms(), rate.configured()));
            if (RateBook.overlap(kept).isPresent()) {
                kept.removeLast();
            }
        }
        return new RateBook(kept);
    }

    private static Arbitrary<Rate> rates() {
        return Combinators.combine(
                        Arbitraries.of(PriceKind.class),
                        scopes(),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.TEN)
                                .ofScale(4),
                        validities(),
                        Arbitraries.of(true, false, false, false))
                .as((kind, scope, price, days, configured) ->
                        new Rate(
                                1,
                                new Terms(ACUS, kind, scope, new Money(price, USD), days),
                                configured));
    }

    private static Arbitrary<RateScope> scopes() {
        return Combinators.combine(sources().optional(0.6), usage())
                .as((source, usage) -> new RateScope(source, namable(source, usage)));
    }

    private static Group namable(Optional<SourceName> source, Group usage) {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        values.putAll(usage.values());
        values.remove(Dimension.USER);
        if (source.isEmpty()) {
            values.remove(Dimension.ORGANIZATION);
        }
        return new Group(values);
    }

    private static Arbitrary<Validity> validities() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS).optional(0.8),
                        Arbitraries.integers().between(1, DAYS).optional(0.5))
                .as((from, length) -> {
                    var start = from.map(FIRST::plusDays);
                    return new Validity(start, length.map(start.orElse(FIRST)::plusDays));
                });
    }
}

package dev.tallyport.domain.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Usage to try laws on: few values, so that groups meet.
final class AnyUsage {

    static final Unit ACU = new Unit("ACU");

    private AnyUsage() {}

    static Arbitrary<Quantity> quantities() {
        return Combinators.combine(
                        Arbitraries.longs().between(-1_000_000_000, 1_000_000_000),
                        Arbitraries.integers().between(0, 18))
                .as((digits, scale) -> new Quantity(BigDecimal.valueOf(digits, scale), ACU));
    }

    static Arbitrary<Set<Dimension>> dimensions() {
        return Arbitraries.of(Dimension.class).set();
    }

    static Arbitrary<Group> groups() {
        var value = Arbitraries.of("ann", "bob", "cid").optional(0.7);
        return Combinators.combine(value, value, value).as(AnyUsage::group);
    }

    static Arbitrary<Map<Group, Quantity>> quantitiesByGroup() {
        return Arbitraries.maps(groups(), quantities()).ofMaxSize(12);
    }

    static Arbitrary<List<DailyUsage>> usage() {
        var days =
                Arbitraries.integers().between(0, 100).map(LocalDate.parse("2026-01-20")::plusDays);
        return Combinators.combine(days, groups(), quantities())
                .as(DailyUsage::new)
                .list()
                .ofMaxSize(40);
    }

    static Quantity sum(Stream<Quantity> quantities) {
        return quantities.reduce(Quantity.zero(ACU), Quantity::plus);
    }

    private static Group group(
            Optional<String> user, Optional<String> organization, Optional<String> product) {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        user.ifPresent(value -> values.put(Dimension.USER, value));
        organization.ifPresent(value -> values.put(Dimension.ORGANIZATION, value));
        product.ifPresent(value -> values.put(Dimension.PRODUCT, value));
        return new Group(values);
    }
}

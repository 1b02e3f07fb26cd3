package dev.tallyport.application.ingestion;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.UsageFact;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Where a vendor's words become ours.
public final class Translation {

    private Translation() {}

    /// The facts of a batch, the later one where a key occurs twice.
    ///
    /// @throws IllegalArgumentException when a fact is not one of its cut
    static List<Fact> factsOf(
            Batch batch, ConnectorDescriptor descriptor, BillingCalendar calendar) {
        var facts = new LinkedHashMap<Map.Entry<String, String>, Fact>();
        for (var fact : batch.facts()) {
            var cut = descriptor.cut(fact.cut());
            if (!cut.dimensions().containsAll(fact.dimensions().keySet())) {
                throw new IllegalArgumentException(
                        "fact '%s' names %s, but cut '%s' knows only %s"
                                .formatted(
                                        fact.key(),
                                        fact.dimensions().keySet(),
                                        cut.id(),
                                        cut.dimensions()));
            }
            facts.put(
                    Map.entry(fact.cut(), fact.key()),
                    new Fact(
                            fact.cut(),
                            fact.key(),
                            calendar.dayOf(fact.start()),
                            fact.start(),
                            fact.end(),
                            groupOf(fact.dimensions()),
                            new Quantity(fact.quantity(), unitOf(fact, cut))));
        }
        return List.copyOf(facts.values());
    }

    static List<BillingCycle> cyclesOf(Batch batch, BillingCalendar calendar) {
        return batch.cycles().stream()
                .map(period -> calendar.cycleBetween(period.start(), period.end()))
                .sorted(Comparator.comparing(BillingCycle::start))
                .toList();
    }

    private static Unit unitOf(UsageFact fact, Cut cut) {
        if (cut.unit().isPresent() == fact.unit().isPresent()) {
            throw new IllegalArgumentException(
                    "fact '%s' names %s, but cut '%s' %s"
                            .formatted(
                                    fact.key(),
                                    fact.unit().map(unit -> "the unit " + unit).orElse("no unit"),
                                    cut.id(),
                                    cut.unit().map(unit -> "is of " + unit).orElse("has none")));
        }
        return new Unit(cut.unit().or(fact::unit).orElseThrow());
    }

    /// What a cut that is of one unit measures.
    static Meter meterOf(Cut cut) {
        return new Meter(cut.meter(), new Unit(cut.unit().orElseThrow()));
    }

    /// The dimensions that a cut knows.
    public static Set<Dimension> dimensionsOf(Cut cut) {
        return dimensionsOf(cut.dimensions());
    }

    static Set<Dimension> dimensionsOf(Set<dev.tallyport.connector.spi.Dimension> dimensions) {
        return dimensions.stream().map(Translation::dimensionOf).collect(Collectors.toSet());
    }

    private static Group groupOf(Map<dev.tallyport.connector.spi.Dimension, String> values) {
        return new Group(
                values.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        value -> dimensionOf(value.getKey()),
                                        Map.Entry::getValue)));
    }

    public static Dimension dimensionOf(dev.tallyport.connector.spi.Dimension dimension) {
        return switch (dimension) {
            case USER -> Dimension.USER;
            case ORGANIZATION -> Dimension.ORGANIZATION;
            case PRODUCT -> Dimension.PRODUCT;
            case MODEL -> Dimension.MODEL;
            case ACTIVITY -> Dimension.ACTIVITY;
        };
    }
}

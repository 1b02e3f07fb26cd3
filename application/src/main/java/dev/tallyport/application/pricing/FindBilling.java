package dev.tallyport.application.pricing;

import dev.tallyport.application.ingestion.Translation;
import dev.tallyport.application.reporting.UsageReports;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.RateBook;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds how the costs of each source are known. A source that states money reports that of its
/// first cut of money, and nothing else. The usage of any other is priced: its ACUs, and whatever
/// else there is a rate for.
@ApplicationScoped
class FindBilling {

    private static final String ACUS = "acus";

    private final Sources sources;
    private final Connectors connectors;
    private final UsageReports reports;

    FindBilling(Sources sources, Connectors connectors, UsageReports reports) {
        this.sources = sources;
        this.connectors = connectors;
        this.reports = reports;
    }

    /// In the order in which the sources were registered.
    List<Billing> all(RateBook book, PriceKind prices) {
        return sources.all().stream()
                .flatMap(source ->
                        connectors.find(source.connector()).stream()
                                .flatMap(connector ->
                                        of(source, connector.descriptor(), book, prices)))
                .toList();
    }

    private Stream<Billing> of(
            SourceState source, ConnectorDescriptor descriptor, RateBook book, PriceKind prices) {
        var calendar = BillingCalendar.of(descriptor.dayZone(), sources.cycles(source.id()));
        var cuts = cuts(source, descriptor);
        var money = cuts.stream().filter(cut -> cut.money().isPresent()).findFirst();
        if (money.isPresent()) {
            var cut = money.get();
            return Stream.of(
                    new Billing(source.name(), cut.meter(), calendar, cut.money(), Set.of()));
        }
        return cuts.stream()
                .map(Cut::meter)
                .distinct()
                .filter(meter -> isPriced(meter, book, prices))
                .map(meter -> {
                    var dimensions = known(cuts, meter);
                    dimensions.retainAll(book.dimensions(meter, prices, source.name()));
                    return new Billing(
                            source.name(), meter, calendar, Optional.empty(), dimensions);
                });
    }

    /// Those that were read; where nothing was read yet, all of them.
    private List<Cut> cuts(SourceState source, ConnectorDescriptor descriptor) {
        var cuts = descriptor.cuts().stream().filter(cut -> cut.total().isEmpty()).toList();
        var read = reports.cuts(source.id());
        var held = cuts.stream().filter(cut -> read.contains(cut.id())).toList();
        return held.isEmpty() ? cuts : held;
    }

    private static boolean isPriced(String meter, RateBook book, PriceKind prices) {
        return meter.equals(ACUS) || book.knows(meter, prices);
    }

    /// What no cut of a meter knows is never stated, and a rate that names it never applies.
    private static Set<Dimension> known(List<Cut> cuts, String meter) {
        var known = EnumSet.noneOf(Dimension.class);
        for (var cut : cuts) {
            if (cut.meter().equals(meter)) {
                known.addAll(Translation.dimensionsOf(cut));
            }
        }
        return known;
    }
}

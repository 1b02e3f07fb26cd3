package dev.tallyport.application.reporting;

import dev.tallyport.application.reporting.CompareTotals.Cause;
import dev.tallyport.application.reporting.CompareTotals.Difference;
import dev.tallyport.application.reporting.CountedActivities.Counted;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Settledness;
import dev.tallyport.domain.usage.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Sets what a vendor counts (sessions, pull requests, active people) beside what is counted here
/// from its activities.
@ApplicationScoped
public class CompareCounts {

    /// A count of the vendor's beside ours.
    public record Compared(Counted count, Cause cause) {}

    private final Connectors connectors;
    private final CountedActivities activities;

    CompareCounts(Connectors connectors, CountedActivities activities) {
        this.connectors = connectors;
        this.activities = activities;
    }

    /// The counts whose intervals begin in `days`. They are of everybody, so that nobody sees them
    /// who may see a part only.
    ///
    /// @param visibility of metrics
    public List<Compared> compare(Visibility visibility, SourceState source, DateRange days) {
        return visibility instanceof Visibility.Everything ? compare(source, days) : List.of();
    }

    /// The differences, by name and cause. Intervals may overlap and people count in several of
    /// them, so that each comes with its largest difference and not with a sum.
    public List<Difference> differences(SourceState source, DateRange days) {
        return compare(source, days).stream()
                .filter(one -> one.cause() != Cause.AGREED)
                .collect(
                        Collectors.groupingBy(
                                one -> List.of(one.count().name(), one.count().unit(), one.cause()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .map(CompareCounts::summary)
                .toList();
    }

    private List<Compared> compare(SourceState source, DateRange days) {
        return connectors.find(source.connector()).stream()
                .map(connector -> connector.descriptor())
                .flatMap(descriptor -> {
                    var calendar = BillingCalendar.of(descriptor.dayZone(), List.of());
                    return activities
                            .counts(
                                    source.id(),
                                    calendar.startOf(days.start()),
                                    calendar.startOf(days.end()))
                            .stream()
                            .map(count -> new Compared(count, causeOf(count, descriptor)));
                })
                .toList();
    }

    private static Cause causeOf(Counted count, ConnectorDescriptor descriptor) {
        int order = count.declared().compareTo(count.counted());
        if (order == 0) {
            return Cause.AGREED;
        }
        if (Settledness.of(count.end(), descriptor.settleHorizon(), Optional.of(count.readAt()))
                != Settledness.SETTLED) {
            return Cause.LATE;
        }
        return order > 0 ? Cause.UNATTRIBUTED : Cause.EXCEEDED;
    }

    private static Difference summary(List<Compared> alike) {
        var first = alike.getFirst();
        var unit = new Unit(first.count().unit());
        return new Difference(
                first.count().name(),
                first.cause(),
                alike.size(),
                alike.stream()
                        .map(one ->
                                new Quantity(one.count().declared(), unit)
                                        .minus(new Quantity(one.count().counted(), unit)))
                        .max(Comparator.comparing(one -> one.amount().abs()))
                        .orElseThrow());
    }
}

package dev.tallyport.application.health;

import dev.tallyport.application.health.SourceHealth.Standing;
import dev.tallyport.application.ingestion.Notes;
import dev.tallyport.application.ingestion.Reads;
import dev.tallyport.application.ingestion.UsageLedger;
import dev.tallyport.application.ingestion.UsageLedger.Stretch;
import dev.tallyport.application.reporting.CompareCounts;
import dev.tallyport.application.reporting.CompareTotals;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.DeclaredSources;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says how far sources can be relied on.
@ApplicationScoped
public class MeasureHealth {

    private static final int DAYS_COMPARED = 35;
    private static final int READS_SHOWN = 20;

    private final DeclaredSources declaredSources;
    private final Connectors connectors;
    private final UsageLedger ledger;
    private final CompareTotals compareTotals;
    private final CompareCounts compareCounts;
    private final Notes notes;
    private final Reads reads;
    private final SourceEvents events;
    private final InstantSource clock;

    MeasureHealth(
            DeclaredSources declaredSources,
            Connectors connectors,
            UsageLedger ledger,
            CompareTotals compareTotals,
            CompareCounts compareCounts,
            Notes notes,
            Reads reads,
            SourceEvents events,
            InstantSource clock) {
        this.declaredSources = declaredSources;
        this.connectors = connectors;
        this.ledger = ledger;
        this.compareTotals = compareTotals;
        this.compareCounts = compareCounts;
        this.notes = notes;
        this.reads = reads;
        this.events = events;
        this.clock = clock;
    }

    public SourceHealth of(SourceState state) {
        var descriptor = connectors.find(state.connector()).map(found -> found.descriptor());
        var stretch = descriptor.flatMap(known -> stretch(state, known));
        var through = stretch.flatMap(read -> dataThrough(state, descriptor.orElseThrow(), read));
        return new SourceHealth(
                state,
                standing(state, descriptor, through),
                stretch.map(Stretch::first),
                through,
                stretch.flatMap(read -> settledThrough(descriptor.orElseThrow(), read)),
                stretch.map(MeasureHealth::missingDays).orElse(0L),
                events.lateSince(state.id()),
                notes.of(state.id()),
                descriptor.map(known -> differences(state, known)).orElse(List.of()),
                reads.latest(state.id(), READS_SHOWN));
    }

    /// Until when the data of a source reach.
    Optional<Instant> dataThrough(SourceState state) {
        return connectors
                .find(state.connector())
                .map(found -> found.descriptor())
                .flatMap(descriptor ->
                        stretch(state, descriptor)
                                .flatMap(read -> dataThrough(state, descriptor, read)));
    }

    /// Whether data that reach so far are late: older than the connector declares, the pause
    /// between two syncs and the time that a sync itself takes.
    boolean isLate(Instant dataThrough, ConnectorDescriptor descriptor, DeclaredSource declared) {
        var patience = descriptor.lag().plus(declared.every().multipliedBy(2));
        return clock.instant().isAfter(dataThrough.plus(patience));
    }

    /// Of the first cut that was ever read whole.
    private Optional<Stretch> stretch(SourceState state, ConnectorDescriptor descriptor) {
        return descriptor.cuts().stream()
                .filter(cut -> cut.total().isEmpty())
                .flatMap(cut -> ledger.stretch(state.id(), cut.id()).stream())
                .findFirst();
    }

    private static Optional<Instant> dataThrough(
            SourceState state, ConnectorDescriptor descriptor, Stretch read) {
        var end = calendar(descriptor).endOf(read.last());
        return state.lastCompleteAt().map(began -> began.isBefore(end) ? began : end);
    }

    private static Optional<Instant> settledThrough(ConnectorDescriptor descriptor, Stretch read) {
        var calendar = calendar(descriptor);
        return read.firstProvisional()
                .map(calendar::startOf)
                .or(() -> Optional.of(calendar.endOf(read.last())))
                .filter(through -> through.isAfter(calendar.startOf(read.first())));
    }

    private static long missingDays(Stretch read) {
        return ChronoUnit.DAYS.between(read.first(), read.last()) + 1 - read.days();
    }

    private static BillingCalendar calendar(ConnectorDescriptor descriptor) {
        return BillingCalendar.of(descriptor.dayZone(), List.of());
    }

    private List<CompareTotals.Difference> differences(
            SourceState state, ConnectorDescriptor descriptor) {
        var today = calendar(descriptor).dayOf(clock.instant());
        var days = DateRange.of(today.minusDays(DAYS_COMPARED), today.plusDays(1));
        return Stream.concat(
                        compareTotals.differences(state, days).stream(),
                        compareCounts.differences(state, days).stream())
                .toList();
    }

    private Standing standing(
            SourceState state,
            Optional<ConnectorDescriptor> descriptor,
            Optional<Instant> dataThrough) {
        if (descriptor.isEmpty()) {
            return Standing.NOT_INSTALLED;
        }
        var declared =
                declaredSources.all().stream()
                        .filter(source -> source.name().equals(state.name()))
                        .findFirst();
        if (declared.isEmpty()) {
            return Standing.NOT_READ;
        }
        if (state.lastCompleteAt().isEmpty()) {
            return state.lastFailure().isPresent() ? Standing.FAILING : Standing.NEVER_COMPLETE;
        }
        if (dataThrough
                .filter(through -> isLate(through, descriptor.get(), declared.get()))
                .isPresent()) {
            return Standing.LATE;
        }
        return state.lastFailure().isPresent() ? Standing.FAILING : Standing.HEALTHY;
    }
}

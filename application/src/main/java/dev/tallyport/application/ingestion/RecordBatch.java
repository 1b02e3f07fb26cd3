package dev.tallyport.application.ingestion;

import dev.tallyport.application.ingestion.UsageLedger.Changes;
import dev.tallyport.application.ingestion.UsageLedger.Origin;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Grain;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.usage.Settledness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/// Stores a batch with everything that follows from it (versions, roll-ups, residuals, comparisons)
/// and its checkpoint, or nothing at all.
@ApplicationScoped
public class RecordBatch {

    /// A read under way: whose, by which rules, since when.
    public record Reading(Lease lease, ConnectorDescriptor descriptor, Instant startedAt) {

        /// Cuts days only; cycles play no part in recording.
        BillingCalendar calendar() {
            return BillingCalendar.of(descriptor.dayZone(), List.of());
        }
    }

    private final Leases leases;
    private final UsageLedger ledger;
    private final Reconciliation reconciliation;
    private final Directory directory;
    private final Rejects rejects;
    private final Activities activities;
    private final Observations observations;
    private final Notes notes;

    RecordBatch(
            Leases leases,
            UsageLedger ledger,
            Reconciliation reconciliation,
            Directory directory,
            Rejects rejects,
            Activities activities,
            Observations observations,
            Notes notes) {
        this.leases = leases;
        this.ledger = ledger;
        this.reconciliation = reconciliation;
        this.directory = directory;
        this.rejects = rejects;
        this.activities = activities;
        this.observations = observations;
        this.notes = notes;
    }

    /// Forgets what a read that was killed left behind, and has the ledger know which cuts are
    /// finer than a day.
    @Transactional
    public void begin(Reading reading) {
        leases.hold(reading.lease());
        var source = reading.lease().source();
        ledger.beginAnew(source);
        ledger.keepBySlot(
                source,
                reading.descriptor().cuts().stream()
                        .filter(cut -> cut.grain() != Grain.DAY && cut.total().isEmpty())
                        .map(Cut::id)
                        .collect(Collectors.toSet()));
    }

    /// @throws LeaseLostException when the source is another instance's now
    /// @throws IllegalArgumentException when the batch breaks the connector's own descriptor
    @Transactional
    public Changes record(Reading reading, Instant recordedAt, Batch batch) {
        leases.hold(reading.lease());
        var source = reading.lease().source();
        var calendar = reading.calendar();
        directory.record(source, batch.directory());
        if (!batch.cycles().isEmpty()) {
            directory.replaceCycles(source, Translation.cyclesOf(batch, calendar));
        }
        rejects.record(source, batch.rejects(), recordedAt);
        var changes =
                ledger.merge(
                        source,
                        Origin.STATED,
                        recordedAt,
                        Translation.factsOf(batch, reading.descriptor(), calendar),
                        batch.coverage(),
                        batch.continued());
        activities.record(source, batch.activities());
        observations.record(source, batch.observations(), reading.startedAt());
        notes.record(source, batch.notes(), reading.startedAt());
        for (var completion : batch.completed()) {
            changes = changes.plus(complete(reading, recordedAt, completion));
        }
        batch.checkpoint()
                .ifPresent(checkpoint -> leases.remember(reading.lease(), checkpoint.value()));
        return changes;
    }

    /// The days beginning in `[start, end)` that must be read whole.
    @Transactional
    public SortedSet<LocalDate> stale(Reading reading, String cut, Instant start, Instant end) {
        var calendar = reading.calendar();
        return reconciliation.stale(
                reading.lease().source(),
                reading.descriptor(),
                cut,
                calendar.daysStartingIn(start, end),
                day -> isSettled(reading, calendar.endOf(day)));
    }

    /// Days that had not begun when the read did are not complete, whatever the connector says.
    private Changes complete(Reading reading, Instant recordedAt, Completion completion) {
        var begun =
                completion.end().isBefore(reading.startedAt())
                        ? completion.end()
                        : reading.startedAt();
        if (!completion.start().isBefore(begun)) {
            return Changes.NONE;
        }
        var source = reading.lease().source();
        var calendar = reading.calendar();
        var days = calendar.daysStartingIn(completion.start(), begun);
        var cut = reading.descriptor().cut(completion.cut());
        var changes =
                reconciliation.balance(
                        source, reading.descriptor(), cut, days, calendar, recordedAt);
        var settled =
                days.days()
                        .filter(day -> isSettled(reading, calendar.endOf(day)))
                        .collect(Collectors.toSet());
        ledger.markRead(source, cut.id(), days, settled, recordedAt);
        return changes;
    }

    private static boolean isSettled(Reading reading, Instant endOfDay) {
        var horizon = reading.descriptor().settleHorizon();
        return Settledness.of(endOfDay, horizon, Optional.of(reading.startedAt()))
                == Settledness.SETTLED;
    }
}

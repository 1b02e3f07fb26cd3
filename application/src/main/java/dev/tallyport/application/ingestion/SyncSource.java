package dev.tallyport.application.ingestion;

import dev.tallyport.application.person.LinkPeople;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.SourceState.Failure;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ReadRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Reads one source from where it stands to now.
@ApplicationScoped
public class SyncSource {

    private static final Logger LOG = System.getLogger(SyncSource.class.getName());
    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

    private final Sources sources;
    private final Connectors connectors;
    private final Leases leases;
    private final Recorder recorder;
    private final LinkPeople linkPeople;
    private final InstantSource clock;

    SyncSource(
            Sources sources,
            Connectors connectors,
            Leases leases,
            Recorder recorder,
            LinkPeople linkPeople,
            InstantSource clock) {
        this.sources = sources;
        this.connectors = connectors;
        this.leases = leases;
        this.recorder = recorder;
        this.linkPeople = linkPeople;
        this.clock = clock;
    }

    /// Blocks until the sync has ended. Interrupting the thread stops it; what was stored stays.
    ///
    /// @param whenDue whether to do nothing before the next attempt is due
    public SyncOutcome sync(DeclaredSource declared, boolean whenDue) {
        var now = clock.instant();
        var source = sources.register(declared.name(), declared.connector());
        var lease = leases.acquire(source, recorder.owner(), dueBy(whenDue, now), now);
        return lease.map(held -> read(declared, held, now)).orElseGet(SyncOutcome.NotNow::new);
    }

    private static Optional<Instant> dueBy(boolean whenDue, Instant now) {
        return whenDue ? Optional.of(now) : Optional.empty();
    }

    private SyncOutcome read(DeclaredSource declared, Lease lease, Instant startedAt) {
        var name = declared.name();
        LOG.log(Level.INFO, "sync started: source={0} connector={1}", name, declared.connector());
        try {
            var connector = connectors.find(declared.connector()).orElseThrow();
            var checkpoint = leases.checkpoint(lease.source()).map(Checkpoint::new);
            var known = recorder.known(lease.source());
            var reading = new RecordBatch.Reading(lease, connector.descriptor(), startedAt);
            try (var recording = recorder.record(name, reading)) {
                connector.read(
                        declared.settings(),
                        new ReadRequest(startedAt, checkpoint, known),
                        recording);
                recording.checkHeld();
                linkPeople();
                leases.complete(lease, startedAt, startedAt.plus(declared.every()));
                LOG.log(Level.INFO, "sync complete: source={0} {1}", name, recording.summary());
                return new SyncOutcome.Complete(recording.changes());
            }
        } catch (ConnectorException e) {
            var retry = e.kind().retryable() ? retryPause(declared) : declared.every();
            return fail(declared, lease, new Failure(e.kind().name(), e.getMessage()), retry, e);
        } catch (LeaseLostException e) {
            LOG.log(Level.WARNING, "sync stopped: source={0} reason={1}", name, e.getMessage());
            return new SyncOutcome.Stopped();
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                leases.release(lease);
                LOG.log(Level.INFO, "sync stopped: source={0} reason=interrupted", name);
                return new SyncOutcome.Stopped();
            }
            var failure =
                    new Failure(
                            "INTERNAL",
                            "the sync failed inside Tallyport; the log says why ("
                                    + e.getClass().getSimpleName()
                                    + ")");
            return fail(declared, lease, failure, retryPause(declared), e);
        }
    }

    private void linkPeople() {
        boolean more;
        do {
            more = linkPeople.linkSome();
        } while (more);
    }

    private SyncOutcome fail(
            DeclaredSource declared,
            Lease lease,
            Failure failure,
            Duration retry,
            RuntimeException cause) {
        var next = clock.instant().plus(retry);
        LOG.log(
                Level.WARNING,
                "sync failed: source=%s kind=%s reason=%s next=%s"
                        .formatted(declared.name(), failure.kind(), failure.message(), next),
                failure.kind().equals("INTERNAL") ? cause : null);
        leases.fail(lease, failure, next);
        return new SyncOutcome.Failed(failure);
    }

    /// Doubles with every failure in a row, up to the pause between two syncs.
    private Duration retryPause(DeclaredSource declared) {
        var failures = sources.find(declared.name()).map(state -> state.failures()).orElse(0);
        var pause = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 16));
        return pause.compareTo(declared.every()) < 0 ? pause : declared.every();
    }
}

package dev.tallyport.application.ingestion;

import dev.tallyport.application.ingestion.UsageLedger.Changes;
import dev.tallyport.application.person.LinkPeople;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.SourceState.Failure;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Exchanges;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Sink;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Reads a source once under its lease, or repeats an earlier read, and keeps a record of it.
/// Blocks; interrupting the thread stops it, and what was stored stays.
@ApplicationScoped
class ReadSource {

    private static final Logger LOG = System.getLogger(ReadSource.class.getName());

    private final Connectors connectors;
    private final Leases leases;
    private final Recorder recorder;
    private final Reads reads;
    private final AnswerRetention retention;
    private final LinkPeople linkPeople;
    private final InstantSource clock;

    ReadSource(
            Connectors connectors,
            Leases leases,
            Recorder recorder,
            Reads reads,
            AnswerRetention retention,
            LinkPeople linkPeople,
            InstantSource clock) {
        this.connectors = connectors;
        this.leases = leases;
        this.recorder = recorder;
        this.reads = reads;
        this.retention = retention;
        this.linkPeople = linkPeople;
        this.clock = clock;
    }

    /// What a read came to.
    sealed interface Result {

        record Complete(Counts counts) implements Result {}

        /// @param retryable whether the same may succeed later without anybody changing anything
        record Failed(Failure failure, boolean retryable) implements Result {}

        /// It was interrupted.
        record Stopped() implements Result {}

        /// Another instance writes the source now.
        record Lost() implements Result {}
    }

    /// What a connector is told and how what it says is taken.
    private interface Way extends AutoCloseable {

        List<DirectoryEntry> known();

        Exchanges exchanges();

        Sink into(Recorder.Recording recording);

        long waits();

        @Override
        void close();
    }

    /// @param window when given, the only stretch of usage that is read
    /// @param isWanted asked now and then; when it is no longer, the read stops
    Result read(
            DeclaredSource declared,
            Lease lease,
            Instant startedAt,
            Optional<Interval> window,
            BooleanSupplier isWanted) {
        var kind = window.isPresent() ? Reads.Kind.BACKFILL : Reads.Kind.SYNC;
        var checkpoint = leases.checkpoint(lease.source());
        // As precise as it is stored: a repeat must ask for the very same instants.
        var inputs = new Reads.Inputs(startedAt.truncatedTo(ChronoUnit.MICROS), window, checkpoint);
        var read = reads.begin(lease.source(), kind, inputs);
        return read(declared, lease, read, kind, inputs, new Asking(lease, read), isWanted);
    }

    /// Repeats an earlier read with what the vendor answered then. Remembers no checkpoint.
    Result repeat(
            DeclaredSource declared, Lease lease, Reads.Kept earlier, BooleanSupplier isWanted) {
        var kind = Reads.Kind.REPLAY;
        var read =
                reads.begin(
                        lease.source(),
                        kind,
                        new Reads.Inputs(
                                clock.instant(), earlier.inputs().window(), Optional.empty()));
        return read(
                declared, lease, read, kind, earlier.inputs(), new Repeating(earlier), isWanted);
    }

    private Result read(
            DeclaredSource declared,
            Lease lease,
            long read,
            Reads.Kind kind,
            Reads.Inputs inputs,
            Way way,
            BooleanSupplier isWanted) {
        var name = declared.name();
        LOG.log(Level.INFO, "{0} started: source={1}", word(kind), name);
        var counts = Counts.NONE;
        Result result;
        try (way) {
            var connector = connectors.find(declared.connector()).orElseThrow();
            var reading =
                    new RecordBatch.Reading(lease, connector.descriptor(), inputs.startedAt());
            try (var recording = recorder.record(name, reading, isWanted)) {
                try {
                    read(connector, declared, inputs, way, recording);
                } finally {
                    counts = recording.counts().plus(new Counts(0, Changes.NONE, 0, way.waits()));
                }
                recording.checkHeld();
            }
            linkPeople();
            result = new Result.Complete(counts);
        } catch (ConnectorException e) {
            result =
                    new Result.Failed(
                            new Failure(e.kind().name(), e.getMessage()), e.kind().retryable());
        } catch (LeaseLostException e) {
            LOG.log(Level.WARNING, "read stopped: source={0} reason={1}", name, e.getMessage());
            result = new Result.Lost();
        } catch (RuntimeException e) {
            result = Thread.interrupted() ? new Result.Stopped() : internal(declared, e);
        }
        end(declared, read, kind, counts, result);
        return result;
    }

    private static void read(
            Connector connector,
            DeclaredSource declared,
            Reads.Inputs inputs,
            Way way,
            Recorder.Recording recording) {
        connector.read(
                declared.settings(),
                new ReadRequest(
                        inputs.startedAt(),
                        inputs.checkpoint().map(Checkpoint::new),
                        way.known(),
                        inputs.window(),
                        way.exchanges()),
                way.into(recording));
    }

    private static Result internal(DeclaredSource declared, RuntimeException cause) {
        LOG.log(Level.WARNING, "read failed inside Tallyport: source=" + declared.name(), cause);
        return new Result.Failed(
                new Failure(
                        "INTERNAL",
                        "it failed inside Tallyport; the log says why ("
                                + cause.getClass().getSimpleName()
                                + ")"),
                true);
    }

    private void end(
            DeclaredSource declared, long read, Reads.Kind kind, Counts counts, Result result) {
        LOG.log(
                result instanceof Result.Failed ? Level.WARNING : Level.INFO,
                "%s %s: source=%s facts=%d added=%d revised=%d retracted=%d rejected=%d"
                        .formatted(
                                word(kind),
                                said(result),
                                declared.name(),
                                counts.facts(),
                                counts.changes().added(),
                                counts.changes().revised(),
                                counts.changes().retracted(),
                                counts.rejected()));
        var outcome =
                switch (result) {
                    case Result.Complete _ -> Reads.Outcome.COMPLETE;
                    case Result.Failed _ -> Reads.Outcome.FAILED;
                    case Result.Stopped _, Result.Lost _ -> Reads.Outcome.STOPPED;
                };
        var failure =
                result instanceof Result.Failed failed
                        ? Optional.of(failed.failure())
                        : Optional.<Failure>empty();
        reads.end(read, clock.instant(), outcome, counts, failure);
    }

    private static String said(Result result) {
        return switch (result) {
            case Result.Complete _ -> "complete";
            case Result.Failed(var failure, _) ->
                    "failed (" + failure.kind() + ": " + failure.message() + ")";
            case Result.Stopped _ -> "stopped";
            case Result.Lost _ -> "lost its lease";
        };
    }

    private static String word(Reads.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void linkPeople() {
        boolean more;
        do {
            more = linkPeople.linkSome();
        } while (more);
    }

    /// Asks the vendor and keeps what it answers.
    private final class Asking implements Way {

        private final Lease lease;
        private final KeepAnswers keeper;

        Asking(Lease lease, long read) {
            this.lease = lease;
            this.keeper =
                    new KeepAnswers(
                            retention.keepsAny()
                                    ? Optional.of(
                                            new KeptAnswers.Writer((content, part) ->
                                                    reads.keep(read, part, content)))
                                    : Optional.empty());
        }

        @Override
        public List<DirectoryEntry> known() {
            var known = recorder.known(lease.source());
            keeper.keepKnown(known);
            return known;
        }

        @Override
        public Exchanges exchanges() {
            return keeper;
        }

        @Override
        public Sink into(Recorder.Recording recording) {
            return new Sink() {
                @Override
                public void accept(Batch batch) {
                    keeper.flush();
                    recording.accept(batch);
                }

                @Override
                public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
                    var days = recording.stale(cut, start, end);
                    keeper.keepStale(cut, start, end, days);
                    return days;
                }

                @Override
                public void progress(long done, long expected) {
                    recording.progress(done, expected);
                }
            };
        }

        @Override
        public long waits() {
            return keeper.waits();
        }

        @Override
        public void close() {
            keeper.close();
        }
    }

    /// Asks nobody.
    private final class Repeating implements Way {

        private final Reads.Kept earlier;
        private @Nullable RepeatAnswers answers;

        Repeating(Reads.Kept earlier) {
            this.earlier = earlier;
        }

        /// Looks them through only while the lease is kept.
        private RepeatAnswers answers() {
            if (answers == null) {
                answers =
                        new RepeatAnswers(part -> reads.kept(earlier.id(), part), earlier.parts());
            }
            return answers;
        }

        @Override
        public List<DirectoryEntry> known() {
            return answers().known();
        }

        @Override
        public Exchanges exchanges() {
            return answers();
        }

        @Override
        public Sink into(Recorder.Recording recording) {
            return new Sink() {
                @Override
                public void accept(Batch batch) {
                    recording.accept(batch.withoutCheckpoint());
                }

                @Override
                public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
                    return answers().stale(cut, start, end);
                }

                @Override
                public void progress(long done, long expected) {
                    recording.progress(done, expected);
                }
            };
        }

        @Override
        public long waits() {
            return 0;
        }

        @Override
        public void close() {}
    }
}

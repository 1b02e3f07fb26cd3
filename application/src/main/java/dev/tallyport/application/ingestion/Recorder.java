package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SyncProgress;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/// The ledger's side of a read: stores batches, keeps the lease and tells how far the read has
/// come.
@ApplicationScoped
public class Recorder {

    private static final Logger LOG = System.getLogger(Recorder.class.getName());
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration REPORT = Duration.ofSeconds(5);

    private final RecordBatch recordBatch;
    private final Directory directory;
    private final Leases leases;
    private final InstanceName instance;
    private final InstantSource clock;

    Recorder(
            RecordBatch recordBatch,
            Directory directory,
            Leases leases,
            InstanceName instance,
            InstantSource clock) {
        this.recordBatch = recordBatch;
        this.directory = directory;
        this.leases = leases;
        this.instance = instance;
        this.clock = clock;
    }

    String owner() {
        return instance.value();
    }

    List<DirectoryEntry> known(SourceId source) {
        return directory.entries(source);
    }

    /// Begins to record what the calling thread reads; closing it ends the heartbeat.
    ///
    /// @param isWanted asked now and then; when it is no longer, the thread is interrupted
    Recording record(SourceName name, RecordBatch.Reading reading, BooleanSupplier isWanted) {
        recordBatch.begin(reading);
        return new Recording(name, reading, Thread.currentThread(), isWanted);
    }

    /// One read being recorded.
    final class Recording implements Sink, AutoCloseable {

        private final SourceName name;
        private final RecordBatch.Reading reading;
        private final Thread reader;
        private final BooleanSupplier isWanted;
        private final AtomicReference<SyncProgress> progress;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile boolean lost;
        private Counts counts = Counts.NONE;

        private Recording(
                SourceName name,
                RecordBatch.Reading reading,
                Thread reader,
                BooleanSupplier isWanted) {
            this.name = name;
            this.reading = reading;
            this.reader = reader;
            this.isWanted = isWanted;
            this.progress = new AtomicReference<>(new SyncProgress(clock.instant(), 0, 0, 0, 0));
            Thread.ofVirtual().name("heartbeat-" + name).start(this::keepLease);
        }

        @Override
        public void accept(Batch batch) {
            checkHeld();
            var changed = recordBatch.record(reading, clock.instant(), batch);
            counts =
                    counts.plus(
                            new Counts(batch.facts().size(), changed, batch.rejects().size(), 0));
            progress.updateAndGet(now ->
                    new SyncProgress(
                            now.startedAt(),
                            now.steps(),
                            now.expected(),
                            now.facts() + batch.facts().size(),
                            now.changed() + changed.total()));
        }

        @Override
        public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
            return recordBatch.stale(reading, cut, start, end);
        }

        @Override
        public void progress(long done, long expected) {
            progress.updateAndGet(now ->
                    new SyncProgress(
                            now.startedAt(),
                            done,
                            Math.max(done, expected),
                            now.facts(),
                            now.changed()));
        }

        Counts counts() {
            return counts;
        }

        /// @throws LeaseLostException when the lease was lost
        void checkHeld() {
            if (lost) {
                throw new LeaseLostException(reading.lease());
            }
        }

        private void keepLease() {
            var reported = clock.instant();
            try {
                while (!ended.await(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                    if (!renew()) {
                        lost = true;
                        reader.interrupt();
                        return;
                    }
                    if (!isStillWanted()) {
                        reader.interrupt();
                    }
                    var now = clock.instant();
                    if (Duration.between(reported, now).compareTo(REPORT) >= 0) {
                        report(now);
                        reported = now;
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /// A database that cannot be reached for a while is no reason to give up: if the lease ran
        /// out meanwhile, the next renewal or batch says so.
        private boolean renew() {
            try {
                return leases.renew(reading.lease(), progress.get());
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "lease not renewed: source=" + name, e);
                return true;
            }
        }

        private boolean isStillWanted() {
            try {
                return isWanted.getAsBoolean();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "not known whether still wanted: source=" + name, e);
                return true;
            }
        }

        private void report(Instant now) {
            var at = progress.get();
            LOG.log(
                    Level.INFO,
                    "read under way: source=%s steps=%d/%d facts=%d changed=%d left=%s"
                            .formatted(
                                    name,
                                    at.steps(),
                                    at.expected(),
                                    at.facts(),
                                    at.changed(),
                                    at.timeLeft(now)
                                            .map(left -> left.toSeconds() + "s")
                                            .orElse("unknown")));
        }

        @Override
        public void close() {
            ended.countDown();
        }
    }
}

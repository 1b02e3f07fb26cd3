package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SourceState.Failure;
import dev.tallyport.connector.spi.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Every read of every source: what it came to, and what is needed to repeat it without asking the
/// vendor. Each method is a transaction of its own.
public interface Reads {

    /// Why a source was read.
    enum Kind {
        SYNC,
        BACKFILL,
        REPLAY
    }

    /// How a read ended.
    enum Outcome {
        COMPLETE,
        FAILED,
        STOPPED
    }

    /// What a read starts from.
    record Inputs(Instant startedAt, Optional<Interval> window, Optional<String> checkpoint) {}

    /// An earlier read that can be repeated.
    ///
    /// @param wasComplete whether it ended with everything read; else repeating it ends where its
    ///   answers do
    /// @param parts how many parts its answers were kept in
    record Kept(long id, Inputs inputs, boolean wasComplete, int parts) {}

    /// A read as it stands.
    ///
    /// @param outcome empty while it is under way, and for ever where its instance was killed
    record Seen(
            long id,
            Kind kind,
            Instant startedAt,
            Optional<Interval> window,
            Optional<Instant> endedAt,
            Optional<Outcome> outcome,
            Counts counts,
            Optional<Failure> failure) {}

    /// @return the id of the read
    long begin(SourceId source, Kind kind, Inputs inputs);

    void end(long read, Instant at, Outcome outcome, Counts counts, Optional<Failure> failure);

    /// Keeps what the vendor answered.
    ///
    /// @param part from 0, each once
    void keep(long read, int part, byte[] content);

    byte[] kept(long read, int part);

    /// The reads that began since then and whose answers are still kept, oldest first, also those
    /// that ended early: what they stored must be repeated over what earlier ones did. Repeats of
    /// reads are not among them.
    ///
    /// @param most how many at most
    List<Kept> repeatable(SourceId source, Instant since, int most);

    /// Empty when its answers are kept no longer.
    Optional<Kept> repeatable(long read);

    /// Forgets the answers of reads that began before, and those reads but for the last hundred of
    /// each source.
    void forgetBefore(Instant instant);

    /// The last ones first.
    List<Seen> latest(SourceId source, int most);
}

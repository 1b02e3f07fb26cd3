package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SourceState.Failure;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.domain.source.SourceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Long work on sources that is done part by part, by whichever instance gets to it. Each method is
/// a transaction of its own.
public interface Jobs {

    /// What is done.
    enum Kind {
        /// Windows of the past are read from the vendor.
        BACKFILL,
        /// Earlier reads are repeated from what the vendor answered then.
        REPLAY
    }

    /// How a job stands.
    enum State {
        OPEN,
        COMPLETE,
        CANCELLED,
        FAILED
    }

    /// One step of a job.
    sealed interface Part {

        /// A window to read from the vendor.
        record Window(Interval interval) implements Part {}

        /// A read to repeat.
        record Repeat(long read) implements Part {}
    }

    /// A part that is to be done next.
    record Due(long job, int number, Part part) {}

    /// A job and how far it has come.
    ///
    /// @param over the stretch of time that it is about
    /// @param notBefore when its next part is tried again after a failure
    /// @param failure of the last attempt at its next part
    record Job(
            long id,
            Kind kind,
            Interval over,
            String requestedBy,
            Instant requestedAt,
            State state,
            Optional<Instant> endedAt,
            int parts,
            int done,
            Counts counts,
            Optional<Instant> notBefore,
            Optional<Failure> failure) {}

    /// @return the id of the job
    long add(
            SourceId source,
            Kind kind,
            Interval over,
            String requestedBy,
            Instant requestedAt,
            List<Part> parts);

    /// The first part not done of the source's oldest open job, unless that job is to wait.
    Optional<Due> next(SourceId source, Instant now);

    /// Ends the job with its last part. A replay goes on with the reads that began since it was
    /// asked for, so that it ends with what was read last.
    void done(Due part, Counts counts, Instant at);

    /// Keeps why a part failed.
    ///
    /// @return how often in a row it did
    int failed(Due part, Failure failure);

    /// As [#done], for a part that brought nothing; keeps why.
    void skip(Due part, Failure failure, Instant at);

    /// Whether a replay of the source is open. Its syncs wait: what they would read now would be
    /// overwritten by what was read then.
    boolean isReplaying(SourceId source);

    /// The sources for which nothing is due, no sync and no part of a job; one that was never
    /// registered is not among them.
    Set<SourceName> resting(Instant now);

    /// Lets the job wait until then.
    void postpone(long job, Instant notBefore);

    /// Gives an open job up.
    void giveUp(long job, Instant at);

    /// @return whether it was open
    boolean cancel(SourceId source, long job, Instant at);

    boolean isOpen(long job);

    Optional<Job> find(SourceId source, long job);

    /// The last requested first.
    List<Job> latest(SourceId source, int most);
}

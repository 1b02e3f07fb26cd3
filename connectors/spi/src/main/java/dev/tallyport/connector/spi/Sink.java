package dev.tallyport.connector.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;

/// Where a read hands over what it found. Call it from the thread that `read` was called on.
public interface Sink {

    /// Stores a batch. When it returns, the batch and its checkpoint are durable; when it throws,
    /// nothing of the batch is, and the read must stop.
    void accept(Batch batch);

    /// The days beginning in `[start, end)` that must be read whole: those never completed, those
    /// whose settle horizon passed since, and those for which a total that the vendor declares is
    /// another one than at their completion. Reflects every batch accepted so far.
    ///
    /// @param cut the id of the cut with the parts
    SortedSet<LocalDate> stale(String cut, Instant start, Instant end);

    /// Says how far the read has come. Costs little; call it freely.
    ///
    /// @param done how many steps are done
    /// @param expected how many there will be as far as is known now, at least `done`
    void progress(long done, long expected);
}

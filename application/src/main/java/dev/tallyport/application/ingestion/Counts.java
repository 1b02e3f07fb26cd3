package dev.tallyport.application.ingestion;

import dev.tallyport.application.ingestion.UsageLedger.Changes;

/// What a read brought.
///
/// @param facts how many facts were handed over
/// @param changes what they changed
/// @param rejected how many records were not understood
/// @param waits how often the vendor asked to be left alone for a while
public record Counts(long facts, Changes changes, long rejected, long waits) {

    public static final Counts NONE = new Counts(0, Changes.NONE, 0, 0);

    /// Facts that were known as they are.
    public long unchanged() {
        return Math.max(0, facts - changes.added() - changes.revised());
    }

    public Counts plus(Counts other) {
        return new Counts(
                facts + other.facts,
                changes.plus(other.changes),
                rejected + other.rejected,
                waits + other.waits);
    }
}

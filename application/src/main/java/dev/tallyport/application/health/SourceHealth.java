package dev.tallyport.application.health;

import dev.tallyport.application.ingestion.Reads;
import dev.tallyport.application.reporting.CompareTotals;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.connector.spi.Note;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How far a source can be relied on, by the vendor's own days.
///
/// @param readFrom the first day that was ever read whole
/// @param dataThrough until when the data reach: the end of the last day that was read whole, or
///   when the last complete sync began if that was earlier
/// @param settledThrough until when nothing will change any more
/// @param missingDays how many days between the first and the last were never read whole
/// @param lateSince since when its data are older than the connector declares
/// @param notes what the last reads said
/// @param differences between declared and summed totals of the last days, by total and cause
/// @param reads the last ones first
public record SourceHealth(
        SourceState state,
        Standing standing,
        Optional<LocalDate> readFrom,
        Optional<Instant> dataThrough,
        Optional<Instant> settledThrough,
        long missingDays,
        Optional<Instant> lateSince,
        List<Note> notes,
        List<CompareTotals.Difference> differences,
        List<Reads.Seen> reads) {

    /// The worst that can be said of a source.
    public enum Standing {
        /// Its connector is in this build no longer.
        NOT_INSTALLED,
        /// It is read no longer, or not at the moment.
        NOT_READ,
        /// It was never read whole.
        NEVER_COMPLETE,
        /// The last sync failed.
        FAILING,
        /// Its data are older than the connector declares.
        LATE,
        /// Nothing stands against it.
        HEALTHY
    }
}

package dev.tallyport.connector.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a read starts from.
///
/// @param now the platform's clock; a connector takes no other for what it asks
/// @param checkpoint the last one that was stored
/// @param known everybody and everything this source ever stated; ask for their usage even when the
///   vendor lists them no longer
/// @param window when given, the only stretch of usage that is asked for: read it whole, whatever
///   was read before. Given only to a connector that declares [Capability#BACKFILL].
/// @param exchanges where what the vendor answers is kept
public record ReadRequest(
        Instant now,
        Optional<Checkpoint> checkpoint,
        List<DirectoryEntry> known,
        Optional<Interval> window,
        Exchanges exchanges) {

    public ReadRequest {
        known = List.copyOf(known);
    }

    /// A read of whatever is due.
    public ReadRequest(Instant now, Optional<Checkpoint> checkpoint, List<DirectoryEntry> known) {
        this(now, checkpoint, known, Optional.empty(), Exchanges.UNKEPT);
    }

    public ReadRequest withWindow(Interval window) {
        return new ReadRequest(now, checkpoint, known, Optional.of(window), exchanges);
    }

    public ReadRequest withExchanges(Exchanges exchanges) {
        return new ReadRequest(now, checkpoint, known, window, exchanges);
    }
}

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
public record ReadRequest(
        Instant now, Optional<Checkpoint> checkpoint, List<DirectoryEntry> known) {

    public ReadRequest {
        known = List.copyOf(known);
    }
}

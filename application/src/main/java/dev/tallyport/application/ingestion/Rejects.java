package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Reject;
import java.time.Instant;
import java.util.List;

/// What sources stated and nobody understood.
public interface Rejects {

    /// Keeps them; one that was met before is not kept twice.
    void record(SourceId source, List<Reject> rejects, Instant seenAt);

    /// The ones met last, first.
    List<Seen> latest(SourceId source, int most);

    /// How many there are, each counted once.
    long count(SourceId source);

    /// A reject with when it was met.
    record Seen(Reject reject, Instant first, Instant last) {}
}

package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Observation;
import java.time.Instant;
import java.util.List;

/// Figures that vendors state and that are no usage.
public interface Observations {

    /// Adds what is new and replaces what changed, in the current transaction. What holds at an
    /// instant and already held before is not kept twice.
    ///
    /// @param readAt when the read began that says so
    void record(SourceId source, List<Observation> observations, Instant readAt);
}

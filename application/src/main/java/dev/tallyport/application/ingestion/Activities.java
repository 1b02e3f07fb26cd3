package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Activity;
import java.util.List;

/// What was done with agents, as the vendors last stated it.
public interface Activities {

    /// Adds what is new and replaces what changed, in the current transaction; what did not change
    /// costs no write. Of two with one kind and id, the later one counts.
    void record(SourceId source, List<Activity> activities);
}

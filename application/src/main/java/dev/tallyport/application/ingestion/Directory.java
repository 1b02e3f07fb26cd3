package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.domain.calendar.BillingCycle;
import java.util.List;

/// Everybody and everything that a source ever stated. Nobody is ever dropped from it.
public interface Directory {

    List<DirectoryEntry> entries(SourceId source);

    /// Adds what is new and replaces what changed; what did not change costs no write.
    void record(SourceId source, List<DirectoryEntry> entries);

    void replaceCycles(SourceId source, List<BillingCycle> cycles);
}

package dev.tallyport.application.source;

import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.source.SourceName;
import java.util.List;
import java.util.Optional;

/// Every source that ever was read, with what is known of it beside its usage. The first one
/// registered of a connector is its primary one.
public interface Sources {

    /// Gives the source a key, or the one that it already has.
    ///
    /// @throws IllegalStateException when the name belongs to a source of another connector
    SourceId register(SourceName name, String connector);

    /// In the order in which they were registered.
    List<SourceState> all();

    Optional<SourceState> find(SourceName name);

    /// The vendor's cycles as last read, oldest first.
    List<BillingCycle> cycles(SourceId source);
}

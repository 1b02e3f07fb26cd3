package dev.tallyport.application.queue;

import dev.tallyport.application.source.SourceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What vendors stated of their queues.
public interface Queues {

    /// A length, which held until the next one.
    ///
    /// @param since when it was first seen
    /// @param word how the vendor puts it, such as `elevated`
    record Length(Instant since, BigDecimal size, String unit, Optional<String> word) {}

    /// What held at an instant and what was stated since, oldest first, at most the latest 1000;
    /// none when the source never stated any.
    List<Length> since(SourceId source, Instant instant);
}

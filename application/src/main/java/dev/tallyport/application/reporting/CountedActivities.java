package dev.tallyport.application.reporting;

import dev.tallyport.application.source.SourceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Counts what was done, as far as it is known, for the intervals that a vendor counted itself.
public interface CountedActivities {

    /// A count that the vendor declares beside ours.
    ///
    /// @param name the observation's, such as `active-users`
    /// @param start inclusive
    /// @param end exclusive
    /// @param unit what is counted
    /// @param readAt when the read began that brought the vendor's count
    record Counted(
            String name,
            Instant start,
            Instant end,
            String unit,
            BigDecimal declared,
            BigDecimal counted,
            Instant readAt) {}

    /// The vendor's counts of everybody that begin in `[from, to)`, by name and interval, at most
    /// 500 of the latest; only of what can be counted here: `sessions`, `searches`,
    /// `pull-requests-created`, `pull-requests-merged` and `active-users`, who had a session or a
    /// search.
    List<Counted> counts(SourceId source, Instant from, Instant to);
}

package dev.tallyport.application.activity;

import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Activity.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Counts activities. The cost of a count is that of the activities in its interval, however many
/// there are before it.
public interface ActivityCounts {

    /// What is counted of one source.
    ///
    /// @param rows the only ones that count
    /// @param filter of what activities state
    record Selection(SourceId source, Rows rows, ActivityFilter filter) {}

    /// What is counted: what began in `[start, end)`.
    record Scope(List<Selection> selections, Instant start, Instant end) {}

    /// The sessions that are alike in all of this.
    ///
    /// @param withPlaybook whether they follow a playbook
    /// @param withSearch whether a search belongs to each
    /// @param withMergedPullRequest whether a merged pull request belongs to each
    record SessionGroup(
            Optional<String> origin,
            Optional<String> size,
            Optional<String> category,
            Optional<String> subcategory,
            boolean withPlaybook,
            boolean withSearch,
            boolean withMergedPullRequest,
            Tally tally) {}

    /// Of what kinds the source ever handed over any.
    Set<Kind> kinds(SourceId source);

    /// Whether a search of the source ever named the session that it belongs to.
    boolean tellsSessionsOfSearches(SourceId source);

    long count(Scope scope, Kind kind);

    List<SessionGroup> sessions(Scope scope);

    /// By state as it is now; those that state none are with the empty one.
    Map<Optional<String>, Long> pullRequests(Scope scope);

    /// How many people were active. One who is several users counts once; programs and nobody known
    /// do not count.
    long active(Scope scope, ActiveLeast least);

    /// The same in each period, by the start of the whole period, whatever the scope cuts off;
    /// without those in which nobody was.
    Map<Instant, Long> active(Scope scope, ActiveLeast least, CountedPeriod period);
}

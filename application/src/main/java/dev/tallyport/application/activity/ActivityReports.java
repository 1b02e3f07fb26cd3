package dev.tallyport.application.activity;

import dev.tallyport.application.reporting.Known;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.source.SourceName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads activities one by one.
public interface ActivityReports {

    /// What is asked of one source.
    ///
    /// @param listed the activities that may be seen; empty for none
    /// @param titled those that may be seen with title and tags, listed or not; empty for none
    record Selection(
            SourceId source,
            SourceName name,
            Kind kind,
            Optional<Rows> listed,
            Optional<Rows> titled) {}

    /// Which of them are wanted.
    ///
    /// @param from inclusive, when it began
    /// @param to exclusive
    /// @param search only where the title may be seen and holds this text in whatever case; empty
    ///   for all
    record Wanted(
            Optional<Instant> from, Optional<Instant> to, ActivityFilter filter, String search) {

        /// What is wanted of one source, in terms of what it states itself.
        Wanted stated(SourceName source, Known known) {
            return new Wanted(from, to, filter.stated(source, known), search);
        }
    }

    /// At most so many, in the order of [Place].
    ///
    /// @param wanted of the source, in terms of what it states itself
    List<ListedActivity> newest(
            Selection selection, Wanted wanted, Optional<Place> after, int most);

    Optional<ListedActivity> find(Selection selection, String id);

    /// The pull requests that belong to these sessions of a source, by session and id.
    List<PullRequest> pullRequests(SourceId source, Collection<String> sessions);

    /// @param id its address, with the vendors that are known
    /// @param session the session that it belongs to
    /// @param state such as `open`, `closed` or `merged`
    record PullRequest(
            String id, String session, Optional<String> state, Optional<String> repository) {}
}

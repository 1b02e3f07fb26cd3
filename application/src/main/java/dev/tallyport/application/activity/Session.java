package dev.tallyport.application.activity;

import dev.tallyport.application.activity.ActivityReports.PullRequest;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.source.SourceName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A session, as its vendor states it now. What the vendor does not state is empty.
///
/// @param status in the vendor's word, as all that is text
/// @param lifetimeAcus what it consumed in its whole life so far
/// @param pullRequests that belong to it
public record Session(
        SourceName source,
        String id,
        Optional<String> user,
        Optional<String> organization,
        Optional<String> title,
        boolean isTitleHidden,
        Optional<String> status,
        Optional<String> statusDetail,
        Instant created,
        Optional<Instant> updated,
        Optional<BigDecimal> lifetimeAcus,
        Optional<String> url,
        Optional<String> origin,
        Optional<String> category,
        Optional<String> subcategory,
        Optional<String> size,
        Optional<String> playbook,
        Optional<String> parent,
        List<String> tags,
        List<PullRequest> pullRequests) {

    public Session {
        tags = List.copyOf(tags);
        pullRequests = List.copyOf(pullRequests);
    }

    static Session of(ListedActivity session, List<PullRequest> pullRequests) {
        return new Session(
                session.source(),
                session.id(),
                session.user(),
                session.organization(),
                session.title(),
                session.isTitleHidden(),
                session.word("status"),
                session.word("status-detail"),
                session.start(),
                session.updated(),
                Optional.ofNullable(session.figures().get("acus")),
                session.word("url"),
                session.word("origin"),
                session.word("category"),
                session.word("subcategory"),
                session.word("session-size"),
                session.word("playbook-id"),
                session.parent(),
                session.words("tags"),
                pullRequests);
    }

    /// Where it stands in a list.
    public Place place() {
        return new Place(created, source, Kind.SESSION, id);
    }
}

package dev.tallyport.application.reporting;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;

/// Finds out whether there is a user. One that may not be seen is one that nobody knows.
@ApplicationScoped
public class FindUser {

    private final Sources sources;
    private final UsageReports reports;

    FindUser(Sources sources, UsageReports reports) {
        this.sources = sources;
        this.reports = reports;
    }

    /// @param user the vendor's id of a user or service user
    public boolean isKnown(Visibility visibility, String connector, String user) {
        return VendorIds.isPossible(user)
                && sources.all().stream()
                        .filter(source -> source.connector().equals(connector))
                        .anyMatch(source ->
                                Rows.of(visibility, source.name())
                                        .filter(rows -> isSeen(rows, source.id(), user))
                                        .isPresent());
    }

    private boolean isSeen(Rows rows, SourceId source, String user) {
        return switch (rows) {
            case Rows.All() -> reports.isKnownUser(source, user);
            case Rows.Some some ->
                    some.users().contains(user)
                            || some.usersWithin().contains(user)
                            || (!some.organizations().isEmpty()
                                    && reports.isUserOf(source, user, some.organizations()));
        };
    }
}

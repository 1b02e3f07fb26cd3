package dev.tallyport.application.reporting;

import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;

/// Finds out whether there is a user. One that may not be seen is one that nobody knows.
@ApplicationScoped
public class FindUser {

    private final UsageReports reports;

    FindUser(UsageReports reports) {
        this.reports = reports;
    }

    /// @param user the vendor's id of a user or service user
    public boolean isKnown(Visibility visibility, String connector, String user) {
        return switch (visibility) {
            case Visibility.Nothing() -> false;
            case Visibility.Everything() ->
                    VendorIds.isPossible(user) && reports.isKnownUser(connector, user);
        };
    }
}

package dev.tallyport.application.source;

import dev.tallyport.application.source.Organizations.Named;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Finds the organizations and projects that somebody may see by name.
@ApplicationScoped
public class FindOrganizations {

    private final Organizations organizations;

    FindOrganizations(Organizations organizations) {
        this.organizations = organizations;
    }

    /// By source and id.
    ///
    /// @param visibility of organizations
    public List<Named> all(Visibility visibility) {
        return switch (visibility) {
            case Visibility.Nothing() -> List.of();
            case Visibility.Everything() -> organizations.all();
            case Visibility.Some some ->
                    organizations.all().stream()
                            .filter(one -> some.organizations().contains(one.organization()))
                            .toList();
        };
    }
}

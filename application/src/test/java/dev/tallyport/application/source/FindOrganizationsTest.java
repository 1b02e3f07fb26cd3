package dev.tallyport.application.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.source.Organizations.Named;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindOrganizationsTest {

    private static final Named PLATFORM = named("acme", "org-1");
    private static final Named MOBILE = named("acme", "org-2");
    private static final Named NAMESAKE = named("beta", "org-1");

    private final FindOrganizations findOrganizations =
            new FindOrganizations(() -> List.of(PLATFORM, MOBILE, NAMESAKE));

    @Test
    void whoeverSeesEverythingFindsAll() {
        assertThat(findOrganizations.all(new Visibility.Everything()))
                .containsExactly(PLATFORM, MOBILE, NAMESAKE);
    }

    @Test
    void whoeverSeesSomeFindsThoseOfTheirSource() {
        var some =
                new Visibility.Some(Set.of(PLATFORM.organization()), Set.of(), Set.of(), Set.of());

        assertThat(findOrganizations.all(some)).containsExactly(PLATFORM);
    }

    @Test
    void whoeverSeesNothingFindsNone() {
        assertThat(findOrganizations.all(new Visibility.Nothing())).isEmpty();
    }

    private static Named named(String source, String id) {
        return new Named(new VendorOrganization(new SourceName(source), id), Optional.empty());
    }
}

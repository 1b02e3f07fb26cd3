package dev.tallyport.application.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KnownTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final SourceName OTHER = new SourceName("other");

    private final Known known =
            new Known(
                    Map.of(
                            new VendorUser(ACME, "ada"), new Principal.Person(7),
                            new VendorUser(OTHER, "lovelace"), new Principal.Person(7)),
                    Set.of(new VendorUser(ACME, "oneself")));

    @Test
    void aPersonIsWhateverTheVendorKnowsThemAs() {
        assertThat(known.usersOf(Set.of("7"), ACME)).containsExactly("ada");
        assertThat(known.usersOf(Set.of("7"), OTHER)).containsExactly("lovelace");
    }

    @Test
    void whoeverIsNobodyIsAskedForAsTheirVendorKnowsThem() {
        var asked = Set.of("acme/okta|a/b", "7", Filter.ME);

        assertThat(known.usersOf(asked, ACME))
                .containsExactlyInAnyOrder("okta|a/b", "ada", "oneself");
        assertThat(known.usersOf(asked, OTHER)).containsExactly("lovelace");
    }
}

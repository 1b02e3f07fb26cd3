package dev.tallyport.application.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.domain.access.Account;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.view.ColorScheme;
import dev.tallyport.domain.view.Preferences;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KeepPreferencesTest {

    private static final Viewer MIA = Viewers.holding();
    private static final Preferences DARK =
            new Preferences(
                    Optional.of(ZoneId.of("Europe/Berlin")),
                    ColorScheme.DARK,
                    Optional.of("/costs"));

    private final InMemoryPreferences known = new InMemoryPreferences();
    private final KeepPreferences keepPreferences = new KeepPreferences(known);

    private static final class InMemoryPreferences implements KnownPreferences {

        private final Map<Principal, Preferences> preferences = new HashMap<>();

        @Override
        public Preferences of(Principal principal) {
            return preferences.getOrDefault(principal, Preferences.NONE);
        }

        @Override
        public void save(Principal principal, Preferences said) {
            preferences.put(principal, said);
        }
    }

    @Test
    void whatIsSaidIsKeptForWhoeverSaidIt() {
        assertThat(keepPreferences.of(MIA)).isEqualTo(Preferences.NONE);

        assertThat(keepPreferences.keep(MIA, DARK)).isEqualTo(Outcome.done(DARK));

        assertThat(keepPreferences.of(MIA)).isEqualTo(DARK);
        assertThat(known.of(Viewers.MIA)).isEqualTo(DARK);
    }

    @Test
    void theKeyOfTheConfigurationIsNobodys() {
        var operator =
                new Viewer(
                        new Account(
                                new Principal.BootstrapKey(),
                                "bootstrap key",
                                true,
                                Optional.empty(),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                Set.of()),
                        MIA.flags(),
                        MIA.now());

        assertThat(keepPreferences.keep(operator, DARK)).isInstanceOf(Outcome.Conflict.class);
        assertThat(keepPreferences.of(operator)).isEqualTo(Preferences.NONE);
    }
}

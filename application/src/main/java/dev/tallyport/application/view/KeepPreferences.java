package dev.tallyport.application.view;

import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.view.Preferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps what somebody prefers. It concerns nobody else, and is in no log.
@ApplicationScoped
public class KeepPreferences {

    private final KnownPreferences known;

    KeepPreferences(KnownPreferences known) {
        this.known = known;
    }

    public Preferences of(Viewer viewer) {
        return known.of(viewer.account().principal());
    }

    @Transactional
    public Outcome<Preferences> keep(Viewer viewer, Preferences preferences) {
        return Somebody.of(viewer)
                .then(somebody -> {
                    known.save(somebody, preferences);
                    return Outcome.done(preferences);
                });
    }
}

package dev.tallyport.application.view;

import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Viewer;

/// Who can keep something for themselves.
final class Somebody {

    private Somebody() {}

    /// The person or service user who asks.
    static Outcome<Principal> of(Viewer viewer) {
        return switch (viewer.account().principal()) {
            case Principal.Person person -> Outcome.done(person);
            case Principal.ServiceUser serviceUser -> Outcome.done(serviceUser);
            case Principal.Group _, Principal.BootstrapKey _, Principal.Tallyport _ ->
                    new Outcome.Conflict<>(
                            "The key of the configuration is nobody's, so that nothing can be kept"
                                    + " for it; sign in, or send a service user's key");
        };
    }
}

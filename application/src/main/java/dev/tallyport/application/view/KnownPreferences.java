package dev.tallyport.application.view;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.view.Preferences;

/// What people and service users prefer. Every method takes part in the current transaction.
public interface KnownPreferences {

    /// [Preferences#NONE] of whoever said nothing.
    Preferences of(Principal principal);

    /// @param principal a person or a service user
    void save(Principal principal, Preferences preferences);
}

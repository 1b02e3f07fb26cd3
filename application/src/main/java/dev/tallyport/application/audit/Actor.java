package dev.tallyport.application.audit;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Viewer;

/// Who did something, under the name they had then.
public record Actor(Principal principal, String name) {

    /// What Tallyport does by itself.
    public static final Actor TALLYPORT = new Actor(new Principal.Tallyport(), "Tallyport");

    public static Actor of(Viewer viewer) {
        return new Actor(viewer.account().principal(), viewer.account().name());
    }
}

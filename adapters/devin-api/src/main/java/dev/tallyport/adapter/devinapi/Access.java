package dev.tallyport.adapter.devinapi;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/// Refuses who may not ask here, before anything else about the request is looked at.
@ApplicationScoped
class Access {

    private final CurrentViewer currentViewer;

    Access(CurrentViewer currentViewer) {
        this.currentViewer = currentViewer;
    }

    /// @throws Refusal when nobody is asking, or somebody who may see no consumption
    Visibility visibility() {
        return visibility(viewer(), Refusal::forbidden);
    }

    /// For what a person may see only because it is their own: without the flag it does not exist,
    /// with the flag and without the permission it is forbidden.
    ///
    /// @throws Refusal when nobody is asking, or somebody who may see no consumption
    Visibility visibilityOfUser() {
        var viewer = viewer();
        var hidden =
                viewer.account().principal() instanceof Principal.Person
                        && (!viewer.personalAnalytics().on()
                                || viewer.may(Permission.VIEW_PERSONAL_ANALYTICS));
        return visibility(viewer, hidden ? Refusal::unknownUser : Refusal::forbidden);
    }

    private Viewer viewer() {
        return currentViewer.viewer().orElseThrow(Refusal::unauthorized);
    }

    private static Visibility visibility(Viewer viewer, Supplier<Refusal> refusal) {
        var visibility = viewer.visibility(Subject.CONSUMPTION);
        if (visibility instanceof Visibility.Nothing) {
            throw refusal.get();
        }
        return visibility;
    }
}

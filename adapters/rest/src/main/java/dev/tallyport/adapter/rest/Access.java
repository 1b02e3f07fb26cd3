package dev.tallyport.adapter.rest;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;

/// Refuses who may not ask here, before anything else about the request is looked at.
@ApplicationScoped
class Access {

    private final CurrentViewer currentViewer;

    Access(CurrentViewer currentViewer) {
        this.currentViewer = currentViewer;
    }

    /// @throws ProblemException when nobody is asking, or somebody who may see nothing
    Visibility visibility() {
        var viewer = currentViewer.viewer().orElseThrow(ProblemException::unauthorized);
        return switch (viewer.visibility()) {
            case Visibility.Nothing() -> throw ProblemException.forbidden();
            case Visibility.Everything everything -> everything;
        };
    }
}

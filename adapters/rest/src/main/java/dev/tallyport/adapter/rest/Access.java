package dev.tallyport.adapter.rest;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/// Refuses who may not ask here, before anything else about the request is read. Where nothing else
/// is, an endpoint asks for the viewer alone: the use case decides.
@ApplicationScoped
public class Access {

    private final CurrentViewer currentViewer;

    Access(CurrentViewer currentViewer) {
        this.currentViewer = currentViewer;
    }

    /// @throws ProblemException when nobody is asking
    public Viewer viewer() {
        return currentViewer.viewer().orElseThrow(ProblemException::unauthorized);
    }

    /// @throws ProblemException when nobody is asking, or somebody who may see nothing of it
    public Viewer toSee(Subject subject) {
        var viewer = viewer();
        return switch (viewer.visibility(subject)) {
            case Visibility.Nothing() -> throw ProblemException.forbidden();
            case Visibility.Everything _, Visibility.Some _ -> viewer;
        };
    }

    /// What somebody may see of it.
    ///
    /// @throws ProblemException as [#toSee]
    public Visibility visibility(Subject subject) {
        return toSee(subject).visibility(subject);
    }

    /// @throws ProblemException when nobody is asking, or somebody who holds none of these
    public Viewer require(Permission... anyOf) {
        var viewer = viewer();
        if (Stream.of(anyOf).noneMatch(viewer::may)) {
            throw ProblemException.forbidden();
        }
        return viewer;
    }
}

package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.ProblemException;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/// Refuses who may see no activity at all. What else may be seen is for the use case to choose.
@ApplicationScoped
class ActivityAccess {

    private final Access access;

    ActivityAccess(Access access) {
        this.access = access;
    }

    /// @throws ProblemException when nobody is asking, or somebody who may see neither metrics nor
    ///   sessions
    Viewer toList() {
        var viewer = access.viewer();
        if (viewer.visibility(Subject.METRICS) instanceof Visibility.Nothing
                && viewer.visibility(Subject.SESSIONS) instanceof Visibility.Nothing) {
            throw ProblemException.forbidden();
        }
        return viewer;
    }

    /// As [#toList]; and titles are searched by those alone who may see some.
    Viewer toList(Map<String, List<String>> sent) {
        var viewer = toList();
        if (sent.containsKey(Query.SEARCH)) {
            access.toSee(Subject.SESSIONS);
        }
        return viewer;
    }
}

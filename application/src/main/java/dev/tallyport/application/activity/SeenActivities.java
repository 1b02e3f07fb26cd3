package dev.tallyport.application.activity;

import dev.tallyport.application.activity.ActivityReports.Selection;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which activities somebody may see. Whoever sees metrics sees activities without their titles,
/// whoever sees sessions sees them with their titles, and the vendor's audit log is for those who
/// may read ours.
@ApplicationScoped
class SeenActivities {

    private final Sources sources;

    SeenActivities(Sources sources) {
        this.sources = sources;
    }

    /// In the order of sources and kinds.
    List<Selection> of(Viewer viewer, Set<Kind> kinds, ActivityFilter filter) {
        var selections = new ArrayList<Selection>();
        for (var source : sources.all()) {
            if (filter.whose().keeps(source.name())) {
                kinds.stream()
                        .sorted()
                        .flatMap(kind -> of(viewer, kind, source).stream())
                        .forEach(selections::add);
            }
        }
        return selections;
    }

    Optional<Selection> of(Viewer viewer, Kind kind, SourceName source) {
        return sources.find(source).flatMap(state -> of(viewer, kind, state));
    }

    private static Optional<Selection> of(Viewer viewer, Kind kind, SourceState source) {
        var listed = Rows.of(listed(viewer, kind), source.name());
        var titled = Rows.of(titled(viewer, kind), source.name());
        return listed.isEmpty() && titled.isEmpty()
                ? Optional.empty()
                : Optional.of(new Selection(source.id(), source.name(), kind, listed, titled));
    }

    /// What of a kind is seen at all.
    static Visibility listed(Viewer viewer, Kind kind) {
        return viewer.visibility(kind == Kind.AUDIT_EVENT ? Subject.AUDIT_LOG : Subject.METRICS);
    }

    /// What of a kind is seen with its title.
    static Visibility titled(Viewer viewer, Kind kind) {
        return viewer.visibility(kind == Kind.AUDIT_EVENT ? Subject.AUDIT_LOG : Subject.SESSIONS);
    }
}

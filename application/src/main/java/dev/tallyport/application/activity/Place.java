package dev.tallyport.application.activity;

import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.source.SourceName;
import java.time.Instant;
import java.util.Comparator;

/// Where an activity stands in a list: the newest first, then by source and kind. Those of one
/// source and kind that began at once are in the database's order of their ids.
public record Place(Instant start, SourceName source, Kind kind, String id) {

    /// Leaves those of one source and kind that began at once as they are.
    static final Comparator<Place> ORDER =
            Comparator.comparing(Place::start)
                    .reversed()
                    .thenComparing(Place::source)
                    .thenComparing(Place::kind);

    public boolean isAmong(SourceName otherSource, Kind otherKind) {
        return source.equals(otherSource) && kind == otherKind;
    }

    /// Whether activities of another source or kind that began with this one come behind it.
    public boolean isBefore(SourceName otherSource, Kind otherKind) {
        int bySource = source.compareTo(otherSource);
        return bySource == 0 ? kind.compareTo(otherKind) < 0 : bySource < 0;
    }
}

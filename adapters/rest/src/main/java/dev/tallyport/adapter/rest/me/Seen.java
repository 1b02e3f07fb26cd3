package dev.tallyport.adapter.rest.me;

import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// How it is written what somebody sees.
final class Seen {

    private Seen() {}

    /// How much of each subject.
    static SortedMap<String, String> by(Viewer viewer) {
        var seen = new TreeMap<String, String>();
        for (var subject : Subject.values()) {
            seen.put(nameOf(subject), extentOf(viewer.visibility(subject)));
        }
        return seen;
    }

    /// Such as `audit-log`.
    static String nameOf(Subject subject) {
        return subject.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String extentOf(Visibility visibility) {
        return switch (visibility) {
            case Visibility.Everything() -> "all";
            case Visibility.Some some -> some.organizations().isEmpty() ? "own" : "part";
            case Visibility.Nothing() -> "none";
        };
    }
}

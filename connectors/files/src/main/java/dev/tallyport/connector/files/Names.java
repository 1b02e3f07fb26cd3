package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.DirectoryEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names on their way to the platform, each handed over once as long as it does not change.
final class Names {

    private static final int MOST_REMEMBERED = 10_000;

    @SuppressWarnings("serial")
    private final Map<String, DirectoryEntry> said =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, DirectoryEntry> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    private final List<DirectoryEntry> news = new ArrayList<>();

    void add(DirectoryEntry entry) {
        var key = (entry instanceof DirectoryEntry.Organization ? "o/" : "u/") + entry.id();
        var before = said.get(key);
        var now = before == null ? entry : completed(entry, before);
        if (!now.equals(before)) {
            said.put(key, now);
            news.add(now);
        }
    }

    /// A row that leaves out the address does not take it away.
    private static DirectoryEntry completed(DirectoryEntry entry, DirectoryEntry before) {
        return entry instanceof DirectoryEntry.Person person
                        && before instanceof DirectoryEntry.Person earlier
                ? DirectoryEntry.Person.named(
                        person.id(),
                        either(person.name(), earlier.name()),
                        either(person.email(), earlier.email()))
                : entry;
    }

    private static Optional<String> either(Optional<String> one, Optional<String> other) {
        return one.or(() -> other);
    }

    int size() {
        return news.size();
    }

    /// What was added since the last time.
    List<DirectoryEntry> drain() {
        var drained = List.copyOf(news);
        news.clear();
        return drained;
    }
}

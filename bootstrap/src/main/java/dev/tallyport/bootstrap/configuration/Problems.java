package dev.tallyport.bootstrap.configuration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Everything that is wrong with the keys, to be said at once.
public final class Problems {

    private final LinkedHashSet<String> lines = new LinkedHashSet<>();

    /// @param key as the operator wrote it
    /// @param found no secret
    void add(String key, String expected, String found) {
        lines.add("%s: expected %s, found %s".formatted(key, expected, found));
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public String message() {
        var message = new ArrayList<>(List.of(heading()));
        lines.stream().sorted().map(line -> "  " + line).forEach(message::add);
        return String.join(System.lineSeparator(), message);
    }

    private String heading() {
        return lines.size() == 1
                ? "Tallyport does not start, because one configuration key is wrong:"
                : "Tallyport does not start, because %d configuration keys are wrong:"
                        .formatted(lines.size());
    }
}

package dev.tallyport.bootstrap.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// How names compare: as environment variables, and as typing mistakes of one another.
final class Names {

    private static final int NEAR = 2;

    private Names() {}

    /// The MicroProfile rule: upper case, and an underscore for all but letters and digits.
    static String normalised(String name) {
        return name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /// The name that was probably meant.
    static Optional<String> nearest(String found, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(found, name) <= NEAR)
                .min(Comparator.comparingInt(name -> distance(found, name)));
    }

    static String didYouMean(String found, Collection<String> known) {
        return nearest(found, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

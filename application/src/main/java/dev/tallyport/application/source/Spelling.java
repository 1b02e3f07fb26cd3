package dev.tallyport.application.source;

import java.util.Collection;
import java.util.Comparator;

/// How names compare as typing mistakes of one another.
public final class Spelling {

    private static final int NEAR = 2;

    private Spelling() {}

    /// A question to end a message with; empty when nothing known is like what was found.
    public static String didYouMean(String found, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(found, name) <= NEAR)
                .min(Comparator.comparingInt(name -> distance(found, name)))
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
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

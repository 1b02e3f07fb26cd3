package dev.tallyport.connector.described.yaml;

import java.util.Collection;
import java.util.Comparator;

/// How alike two names are.
final class Likeness {

    private Likeness() {}

    /// `; did you mean 'x'?`, or nothing when no known name is like the one found.
    static String hint(String found, Collection<String> known) {
        if (found.length() > 100) {
            return "";
        }
        int most = Math.max(1, found.length() / 3);
        return known.stream()
                .filter(name -> distance(found, name) <= most)
                .min(Comparator.comparingInt(name -> distance(found, name)))
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /// How many letters must be put in, left out, replaced or swapped with the next one to make one
    /// name the other.
    static int distance(String one, String other) {
        var distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : cheapest(distances, one, other, i, j);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int cheapest(int[][] distances, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least =
                Math.min(
                        distances[i - 1][j - 1] + (same ? 0 : 1),
                        Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }
}

package dev.tallyport.connector.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The names of a table's columns, whatever their case and the blanks around them.
final class Header {

    private final List<String> names;
    private final Map<String, List<Integer>> places = new HashMap<>();

    Header(List<String> names) {
        this.names = names.stream().map(String::strip).toList();
        for (int i = 0; i < this.names.size(); i++) {
            places.computeIfAbsent(folded(this.names.get(i)), _ -> new ArrayList<>()).add(i);
        }
    }

    int size() {
        return names.size();
    }

    String name(int place) {
        return names.get(place);
    }

    OptionalInt placeOf(String column) {
        var found = places.getOrDefault(folded(column), List.of());
        return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.getFirst());
    }

    List<String> missing(Collection<String> columns) {
        return columns.stream().filter(column -> placeOf(column).isEmpty()).sorted().toList();
    }

    /// Those of the columns that occur more than once.
    List<String> repeated(Collection<String> columns) {
        return columns.stream()
                .filter(column -> places.getOrDefault(folded(column), List.of()).size() > 1)
                .sorted()
                .toList();
    }

    /// The names that are none of the columns.
    List<String> others(Collection<String> columns) {
        var known = columns.stream().map(Header::folded).toList();
        return names.stream()
                .filter(name -> !name.isEmpty() && !known.contains(folded(name)))
                .toList();
    }

    /// The places of the named columns that are chosen, in an order that does not depend on theirs.
    int[] places(Predicate<String> chosen) {
        return IntStream.range(0, names.size())
                .filter(place -> !names.get(place).isEmpty() && chosen.test(names.get(place)))
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> folded(names.get(place))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static String folded(String column) {
        return column.toLowerCase(Locale.ROOT);
    }
}

package dev.tallyport.application.reporting;

import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What people read in place of the ids in rows. An id that has no name, or different ones in
/// several sources that a row may be of, is left to speak for itself.
public final class DisplayNames {

    public static final DisplayNames NONE = new DisplayNames(List.of());

    /// What an id is called.
    ///
    /// @param source that uses the id; empty for one that Tallyport gave
    /// @param label the id itself where it has no name
    public record Label(
            Dimension dimension, String id, Optional<SourceName> source, String label) {}

    private record Id(Dimension dimension, String id) {}

    private final Map<Id, List<Label>> labels;

    public DisplayNames(Collection<Label> labels) {
        this.labels =
                labels.stream()
                        .collect(
                                Collectors.groupingBy(
                                        label -> new Id(label.dimension(), label.id())));
    }

    /// @param row that may name the source that its ids are of
    public Optional<String> of(Group row, Dimension dimension) {
        return row.value(dimension).flatMap(id -> of(row, dimension, id));
    }

    private Optional<String> of(Group row, Dimension dimension, String id) {
        var source = row.value(Dimension.SOURCE);
        return only(labels.getOrDefault(new Id(dimension, id), List.of()).stream()
                        .filter(label -> isOf(label, source))
                        .map(Label::label)
                        .collect(Collectors.toSet()))
                .filter(label -> !label.equals(id));
    }

    private static boolean isOf(Label label, Optional<String> source) {
        return source.isEmpty()
                || label.source().map(one -> one.value().equals(source.get())).orElse(true);
    }

    /// The names by ids; an id that is not called the same in all of the rows is left out.
    public SortedMap<String, String> of(Collection<Group> rows, Dimension dimension) {
        var called = new HashMap<String, Set<Optional<String>>>();
        for (var row : rows) {
            row.value(dimension)
                    .ifPresent(id ->
                            called.computeIfAbsent(id, _ -> new HashSet<>())
                                    .add(of(row, dimension, id)));
        }
        var names = new TreeMap<String, String>();
        called.forEach((id, all) ->
                only(all).flatMap(name -> name).ifPresent(name -> names.put(id, name)));
        return names;
    }

    private static <T> Optional<T> only(Set<T> some) {
        return some.size() == 1 ? some.stream().findFirst() : Optional.empty();
    }
}

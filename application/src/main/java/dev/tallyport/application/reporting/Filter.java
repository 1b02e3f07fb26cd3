package dev.tallyport.application.reporting;

import dev.tallyport.application.audit.Names;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which usage is asked about: by the vendors' ids, persons by their numbers. A value that no
/// vendor's id can have matches nothing and is not kept here.
///
/// @param only for a dimension, the values to keep; usage that states none is left out, and an
///   empty set keeps nothing
/// @param except for a dimension, the values to leave out; usage that states none is kept
public record Filter(Map<Dimension, Set<String>> only, Map<Dimension, Set<String>> except) {

    /// The person who asks.
    public static final String ME = "me";

    public static final Filter ALL = new Filter(Map.of(), Map.of());

    public Filter {
        only = possible(only);
        except = possible(except);
    }

    public Filter withOnly(Dimension dimension, Set<String> values) {
        var more = new EnumMap<Dimension, Set<String>>(Dimension.class);
        more.putAll(only);
        more.put(dimension, Set.copyOf(values));
        return new Filter(more, except);
    }

    public Filter withExcept(Dimension dimension, Set<String> values) {
        var more = new EnumMap<Dimension, Set<String>>(Dimension.class);
        more.putAll(except);
        more.put(dimension, Set.copyOf(values));
        return new Filter(only, more);
    }

    /// Whether the source is asked at all.
    public boolean keeps(SourceName source) {
        return keeps(Dimension.SOURCE, Optional.of(source.value()));
    }

    /// Whether something is kept that states this of a dimension.
    ///
    /// @param value empty for what states none
    public boolean keeps(Dimension dimension, Optional<String> value) {
        var kept = only.get(dimension);
        return (kept == null || value.filter(kept::contains).isPresent())
                && value.filter(except.getOrDefault(dimension, Set.of())::contains).isEmpty();
    }

    /// Whether it names persons by their numbers, whom vendors know only as whoever is linked to
    /// them.
    boolean namesLinked() {
        return Stream.of(only, except)
                .flatMap(named -> named.getOrDefault(Dimension.PERSON, Set.of()).stream())
                .anyMatch(person -> person.chars().allMatch(Character::isDigit));
    }

    /// What is asked of one source, in terms of what it states itself.
    public Filter stated(SourceName source, Known known) {
        var stated = new Filter(stated(only), stated(except));
        var kept = only.get(Dimension.PERSON);
        if (kept != null) {
            var users = known.usersOf(kept, source);
            var asked = stated.only().get(Dimension.USER);
            if (asked != null) {
                users.retainAll(asked);
            }
            stated = stated.withOnly(Dimension.USER, users);
        }
        var left = except.get(Dimension.PERSON);
        if (left != null) {
            var users = known.usersOf(left, source);
            users.addAll(stated.except().getOrDefault(Dimension.USER, Set.of()));
            stated = stated.withExcept(Dimension.USER, users);
        }
        return stated;
    }

    private static Map<Dimension, Set<String>> stated(Map<Dimension, Set<String>> values) {
        var stated = new EnumMap<Dimension, Set<String>>(Dimension.class);
        values.forEach((dimension, some) -> {
            if (dimension.isStated()) {
                stated.put(dimension, some);
            }
        });
        return stated;
    }

    /// The dimensions that usage must know for this filter to make sense of it.
    public Set<Dimension> dimensions() {
        var dimensions = EnumSet.noneOf(Dimension.class);
        dimensions.addAll(only.keySet());
        dimensions.addAll(except.keySet());
        return dimensions;
    }

    /// In words, for those who read what was asked.
    public Map<String, String> described() {
        var described = new TreeMap<String, String>();
        only.forEach((dimension, values) ->
                described.put("only " + Names.of(dimension), Names.of(values)));
        except.forEach((dimension, values) ->
                described.put("except " + Names.of(dimension), Names.of(values)));
        return described;
    }

    private static Map<Dimension, Set<String>> possible(Map<Dimension, Set<String>> values) {
        return values.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                value ->
                                        value.getValue().stream()
                                                .filter(VendorIds::isPossible)
                                                .collect(Collectors.toUnmodifiableSet())));
    }
}

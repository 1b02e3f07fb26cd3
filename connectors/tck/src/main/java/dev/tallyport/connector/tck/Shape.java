package dev.tallyport.connector.tck;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How usage looks in the vendor's answers, so that the contract can spoil it. Places are JSON
/// pointers (RFC 6901); those of members start at a record.
///
/// @param records where an answer lists its records of usage, such as `/data/items`
/// @param needed members without which a record means nothing, such as `/tokens`
/// @param words members whose values are the vendor's own words and may become more
/// @param ids members that identify a record; empty when the vendor gives its records no id
/// @param page the query parameter that tells the pages of a list apart; empty when there are none,
///   or when pages are told apart in another way
/// @param maps names of members whose values are objects that list things by name, such as models:
///   a further member there would be a further thing
/// @param ordered whether the order of the records within one answer means something
public record Shape(
        String records,
        List<String> needed,
        List<String> words,
        List<String> ids,
        Optional<String> page,
        Set<String> maps,
        boolean ordered) {

    public Shape {
        needed = List.copyOf(needed);
        words = List.copyOf(words);
        ids = List.copyOf(ids);
        maps = Set.copyOf(maps);
    }

    /// Records without an id and without pages, in any order.
    public static Shape of(String records, List<String> needed) {
        return new Shape(records, needed, List.of(), List.of(), Optional.empty(), Set.of(), false);
    }

    public Shape withWords(List<String> words) {
        return new Shape(records, needed, words, ids, page, maps, ordered);
    }

    public Shape withIds(List<String> ids) {
        return new Shape(records, needed, words, ids, page, maps, ordered);
    }

    public Shape withPages(String parameter) {
        return new Shape(records, needed, words, ids, Optional.of(parameter), maps, ordered);
    }

    public Shape withMaps(Set<String> names) {
        return new Shape(records, needed, words, ids, page, names, ordered);
    }

    public Shape inOrder() {
        return new Shape(records, needed, words, ids, page, maps, true);
    }
}

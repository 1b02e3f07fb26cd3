package dev.tallyport.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.spi.ConnectorException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongBinaryOperator;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/// Lists that a vendor hands out in pages. A list that would never end fails as
/// `MALFORMED_RESPONSE`, as does a page that its reader finds malformed.
public final class Pages {

    private static final int MOST = 100_000;
    private static final String BEYOND = "would be page " + (MOST + 1) + " of one list";

    private Pages() {}

    /// @param next where the following page starts; empty on the last one
    public record Page(List<JsonValue> items, Optional<String> next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /// @param more whether another slice follows
    public record Slice(List<JsonValue> items, boolean more) {

        public Slice {
            items = List.copyOf(items);
        }

        /// For a vendor that does not say so: more follow one with items.
        public static Slice untilEmpty(List<JsonValue> items) {
            return new Slice(items, !items.isEmpty());
        }

        /// For a vendor that does not say so: more follow one with as many items as were asked for.
        public static Slice untilShorterThan(int asked, List<JsonValue> items) {
            return new Slice(items, items.size() >= asked);
        }
    }

    /// Hands over every item with the path that its page was asked for by.
    ///
    /// @param get asks for a path, such as [VendorApi#get]
    /// @param pathAfter the path of the page after a cursor; of the first page for none
    public static void byCursor(
            Function<String, JsonNode> get,
            Function<Optional<String>, String> pathAfter,
            Function<JsonValue, Page> reader,
            BiConsumer<String, JsonValue> each) {
        var seen = new HashSet<String>();
        var cursor = Optional.<String>empty();
        for (int pages = 0; pages < MOST; pages++) {
            var path = pathAfter.apply(cursor);
            var page = read(path, get.apply(path), reader);
            page.items().forEach(item -> each.accept(path, item));
            cursor = page.next();
            if (cursor.isEmpty()) {
                return;
            }
            if (!seen.add(cursor.get())) {
                throw endless(path, "names a page that was already read as the next one");
            }
        }
        throw endless(pathAfter.apply(cursor), BEYOND);
    }

    /// Hands over every item with the path that its page was asked for by. Follows the links that
    /// the answers carry.
    ///
    /// @param get asks for a path, such as [VendorApi#getLinked]
    /// @param first the path of the first page
    public static void byLink(
            Function<String, VendorApi.Linked> get,
            String first,
            Function<JsonValue, List<JsonValue>> reader,
            BiConsumer<String, JsonValue> each) {
        var seen = new HashSet<String>();
        var path = first;
        for (int pages = 0; pages < MOST; pages++) {
            seen.add(path);
            var asked = path;
            var page = get.apply(asked);
            read(asked, page.body(), reader).forEach(item -> each.accept(asked, item));
            if (page.next().isEmpty()) {
                return;
            }
            path = page.next().get();
            if (seen.contains(path)) {
                throw endless(asked, "names a page that was already read as the next one");
            }
        }
        throw endless(path, BEYOND);
    }

    /// Hands over every item with the path that its slice was asked for by. Skips as many as were
    /// handed over, however many were asked for.
    ///
    /// @param get asks for a path, such as [VendorApi#get]
    /// @param pathSkipping the path of the slice after so many items
    public static void bySkipping(
            Function<String, JsonNode> get,
            LongFunction<String> pathSkipping,
            Function<JsonValue, Slice> reader,
            BiConsumer<String, JsonValue> each) {
        bySlices(0, (skip, read) -> skip + read, get, pathSkipping, reader, each);
    }

    /// Hands over every item with the path that its page was asked for by.
    ///
    /// @param first the number of the first page, mostly 0 or 1
    /// @param get asks for a path, such as [VendorApi#get]
    /// @param pathOf the path of the page with a number
    public static void byNumber(
            long first,
            Function<String, JsonNode> get,
            LongFunction<String> pathOf,
            Function<JsonValue, Slice> reader,
            BiConsumer<String, JsonValue> each) {
        bySlices(first, (number, _) -> number + 1, get, pathOf, reader, each);
    }

    /// @param following where the slice after one starts, and how many items that one had
    private static void bySlices(
            long first,
            LongBinaryOperator following,
            Function<String, JsonNode> get,
            LongFunction<String> pathAt,
            Function<JsonValue, Slice> reader,
            BiConsumer<String, JsonValue> each) {
        long start = first;
        var earlier = List.<JsonValue>of();
        for (int slices = 0; slices < MOST; slices++) {
            var path = pathAt.apply(start);
            var slice = read(path, get.apply(path), reader);
            // The rest of an answer may tell its time, and so differ.
            if (!slice.items().isEmpty() && areSame(slice.items(), earlier)) {
                throw endless(path, "repeats the items before it");
            }
            slice.items().forEach(item -> each.accept(path, item));
            if (!slice.more()) {
                return;
            }
            if (slice.items().isEmpty()) {
                throw endless(path, "has no items and says that more follow");
            }
            start = following.applyAsLong(start, slice.items().size());
            earlier = slice.items();
        }
        throw endless(pathAt.apply(start), BEYOND);
    }

    private static boolean areSame(List<JsonValue> items, List<JsonValue> others) {
        return items.size() == others.size()
                && IntStream.range(0, items.size())
                        .allMatch(i -> items.get(i).isSameAs(others.get(i)));
    }

    private static <P> P read(String path, JsonNode answer, Function<JsonValue, P> reader) {
        try {
            return reader.apply(JsonValue.root(answer));
        } catch (MalformedMember malformed) {
            throw malformed.toFailure(path);
        }
    }

    private static ConnectorException endless(String path, String what) {
        return new ConnectorException(
                ConnectorException.Kind.MALFORMED_RESPONSE,
                "GET " + path + " " + what + "; the list would never end");
    }
}

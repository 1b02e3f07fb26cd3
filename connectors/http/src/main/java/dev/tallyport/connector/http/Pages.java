package dev.tallyport.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.spi.ConnectorException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/// Lists that a vendor hands out in pages. A list that would never end fails as
/// `MALFORMED_RESPONSE`, as does a page that its reader finds malformed.
public final class Pages {

    private static final int MOST = 100_000;

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
            var page = read(path, get, reader);
            page.items().forEach(item -> each.accept(path, item));
            cursor = page.next();
            if (cursor.isEmpty()) {
                return;
            }
            if (!seen.add(cursor.get())) {
                throw endless(path, "names a page that was already read as the next one");
            }
        }
        throw endless(pathAfter.apply(cursor), "would be page " + (MOST + 1) + " of one list");
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
        long skip = 0;
        JsonNode earlier = null;
        for (int slices = 0; slices < MOST; slices++) {
            var path = pathSkipping.apply(skip);
            var answer = get.apply(path);
            if (answer.equals(earlier)) {
                throw endless(path, "repeats the items before it");
            }
            var slice = read(path, _ -> answer, reader);
            slice.items().forEach(item -> each.accept(path, item));
            if (!slice.more()) {
                return;
            }
            if (slice.items().isEmpty()) {
                throw endless(path, "has no items and says that more follow");
            }
            skip += slice.items().size();
            earlier = answer;
        }
        throw endless(pathSkipping.apply(skip), "would be page " + (MOST + 1) + " of one list");
    }

    private static <P> P read(
            String path, Function<String, JsonNode> get, Function<JsonValue, P> reader) {
        var answer = get.apply(path);
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

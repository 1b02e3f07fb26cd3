package dev.tallyport.simulator.devin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Query;
import dev.tallyport.simulator.http.Refusal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Lists of version 3, page by page.
///
/// @param sizeCap the most items of a page, whatever is asked for
record Pages(int sizeCap) {

    private static final int LARGEST = 200;

    <T> Json page(String list, List<T> all, Function<T, Json> item, Query query) {
        int first = Math.min(sizeCap, query.integer("first", 1, LARGEST, 100));
        int from = query.text("after").map(cursor -> offset(list, cursor)).orElse(0);
        var items = all.stream().skip(from).limit(first).map(item).toList();
        int end = from + items.size();
        return Json.object(
                "items",
                items,
                "end_cursor",
                items.isEmpty() ? null : cursor(list, end),
                "has_next_page",
                end < all.size(),
                "total",
                all.size());
    }

    private static String cursor(String list, int offset) {
        return Base64.getEncoder().encodeToString((list + ":" + offset).getBytes(UTF_8));
    }

    private static int offset(String list, String cursor) {
        try {
            var text = new String(Base64.getDecoder().decode(cursor), UTF_8);
            if (text.startsWith(list + ":")) {
                return Integer.parseUnsignedInt(text, list.length() + 1, text.length(), 10);
            }
            throw invalidCursor(cursor);
        } catch (IllegalArgumentException invalid) {
            throw invalidCursor(cursor);
        }
    }

    private static Refusal invalidCursor(String cursor) {
        return Refusal.invalid("after", "value_error", "Invalid cursor", cursor, Map.of());
    }
}

package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.Pages;
import dev.tallyport.connector.http.Uris;
import dev.tallyport.connector.http.VendorApi;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Lists of v3, `{items, end_cursor, has_next_page}`.
record Lists(VendorApi api) {

    /// Every item of every page, with the path that its page was asked for by.
    ///
    /// @param list with a query
    void all(String list, BiConsumer<String, JsonValue> each) {
        Pages.byCursor(
                api::get,
                cursor -> list + cursor.map(after -> "&after=" + Uris.queryValue(after)).orElse(""),
                Lists::page,
                each);
    }

    /// The items of the first page.
    void first(String list, BiConsumer<String, JsonValue> each) {
        Pages.byCursor(
                api::get,
                _ -> list,
                page -> new Pages.Page(page.array("items"), Optional.empty()),
                each);
    }

    private static Pages.Page page(JsonValue page) {
        var more = page.optionalFlag("has_next_page").orElse(false);
        return new Pages.Page(
                page.array("items"),
                more ? Optional.of(page.text("end_cursor")) : Optional.empty());
    }
}

package dev.tallyport.connector.described;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.Pages;
import dev.tallyport.connector.http.Uris;
import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.spi.Settings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Asks the vendor for windows, page by page.
final class Answers {

    private final VendorApi api;
    private final Settings settings;
    private final ZoneId zone;
    private final Instant now;

    Answers(VendorApi api, Settings settings, ZoneId zone, Instant now) {
        this.api = api;
        this.settings = settings;
        this.zone = zone;
        this.now = now;
    }

    /// The first page of a window.
    Item first(Request request, Days window) {
        return Item.answer(JsonValue.root(api.get(firstPath(request, window))));
    }

    private String firstPath(Request request, Days window) {
        var path = path(request, window);
        return switch (request.paging()) {
            case Paging.None _, Paging.Cursor _, Paging.Link _ -> path;
            case Paging.PageNumber(var parameter, var first, _) -> with(path, parameter, first);
            case Paging.Offset(var parameter, _, _) -> with(path, parameter, 0);
        };
    }

    /// Hands over every page of a window with the path that it was asked for by.
    void each(Request request, Days window, BiConsumer<String, Item> each) {
        var path = path(request, window);
        BiConsumer<String, JsonValue> page = (at, root) -> each.accept(at, Item.answer(root));
        switch (request.paging()) {
            case Paging.None _ -> page.accept(path, JsonValue.root(api.get(path)));
            case Paging.Cursor(var parameter, var next, var more) ->
                    Pages.byCursor(
                            api::get,
                            cursor -> cursor.map(at -> with(path, parameter, at)).orElse(path),
                            root ->
                                    new Pages.Page(
                                            List.of(root), next(Item.answer(root), next, more)),
                            page);
            case Paging.PageNumber(var parameter, var first, var more) ->
                    Pages.byNumber(
                            first,
                            at ->
                                    read(
                                            api.get(at),
                                            answer -> page.accept(at, JsonValue.root(answer))),
                            number -> with(path, parameter, number),
                            root -> compared(Item.answer(root), request, more),
                            (_, _) -> {});
            case Paging.Link _ -> Pages.byLink(api::getLinked, path, root -> List.of(root), page);
            case Paging.Offset(var parameter, var items, var more) ->
                    Pages.bySkipping(
                            at ->
                                    read(
                                            api.get(at),
                                            answer -> page.accept(at, JsonValue.root(answer))),
                            skipped -> with(path, parameter, skipped),
                            root -> counted(Item.answer(root), items, more),
                            (_, _) -> {});
        }
    }

    private static Optional<String> next(Item answer, MemberPath next, Optional<MemberPath> more) {
        if (more.isPresent() && !more.get().isTrue(answer)) {
            return Optional.empty();
        }
        var cursor = next.text(answer);
        if (more.isPresent() && cursor.isEmpty()) {
            throw new MalformedMember(
                    answer.value().path(),
                    "expected a cursor at %s since more follows, found none".formatted(next));
        }
        return cursor;
    }

    /// Reads a page as one whose elements are then looked at one by one.
    private static <A> A read(A answer, Consumer<A> page) {
        page.accept(answer);
        return answer;
    }

    private static Pages.Slice counted(Item answer, ItemPath items, MemberPath more) {
        var elements = answer.items(items.levels().getFirst()).stream().map(Item::value).toList();
        return new Pages.Slice(elements, more.isTrue(answer));
    }

    private static Pages.Slice compared(Item answer, Request request, MemberPath more) {
        var elements =
                request.records().stream()
                        .map(records -> records.items().levels().getFirst())
                        .distinct()
                        .flatMap(level -> elements(answer, level))
                        .toList();
        return new Pages.Slice(elements, more.isTrue(answer));
    }

    /// Items that are an object's members may differ in nothing but their names: they count as one,
    /// the object.
    private static Stream<JsonValue> elements(Item answer, ItemPath.Level level) {
        var items = answer.items(level);
        return level.named() && !items.isEmpty()
                ? answer.value().at(level.names()).stream()
                : items.stream().map(Item::value);
    }

    private String path(Request request, Days window) {
        var parameters = new ArrayList<String>();
        for (var parameter : request.query()) {
            switch (parameter) {
                case Request.Parameter.Fixed(var name, var value) ->
                        parameters.add(encoded(name, value));
                case Request.Parameter.FromSetting(var name, var setting) ->
                        settings.value(setting.key())
                                .or(setting::defaultValue)
                                .ifPresent(value -> parameters.add(encoded(name, value)));
            }
        }
        request.window()
                .parameters(window, now, zone)
                .forEach((name, value) -> parameters.add(encoded(name, value)));
        return request.path() + "?" + String.join("&", parameters);
    }

    private static String with(String path, String parameter, Object value) {
        return path + "&" + encoded(parameter, value.toString());
    }

    private static String encoded(String name, String value) {
        return Uris.queryValue(name) + "=" + Uris.queryValue(value);
    }
}

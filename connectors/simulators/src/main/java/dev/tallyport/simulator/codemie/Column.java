package dev.tallyport.simulator.codemie;

import dev.tallyport.simulator.http.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A column of a table, or a metric of a summary.
///
/// @param format null for none
/// @param value of the usages of a row; null is written as null
record Column(
        String id,
        String type,
        @Nullable String format,
        boolean isTotalled,
        Function<List<Usage>, @Nullable Object> value) {

    static Column text(String id, Function<List<Usage>, @Nullable Object> value) {
        return new Column(id, "string", null, false, value);
    }

    /// Nothing that could be added.
    static Column figure(String id, Function<List<Usage>, @Nullable Object> value) {
        return new Column(id, "number", null, false, value);
    }

    static Column count(String id, ToLongFunction<Usage> value) {
        return new Column(
                id, "integer", null, true, usages -> usages.stream().mapToLong(value).sum());
    }

    static Column distinct(String id, Function<Usage, @Nullable Object> value) {
        return new Column(
                id,
                "integer",
                null,
                !id.startsWith("unique_"),
                usages -> usages.stream().map(value).filter(Objects::nonNull).distinct().count());
    }

    static Column cost(String id) {
        return new Column(id, "number", "currency", true, Column::cost);
    }

    /// Of some activities only.
    static Column cost(String id, Activity... activities) {
        var some = List.of(activities);
        return new Column(
                id,
                "number",
                "currency",
                true,
                usages ->
                        Objects.requireNonNullElse(
                                cost(
                                        usages.stream()
                                                .filter(each -> some.contains(each.activity()))
                                                .toList()),
                                BigDecimal.ZERO));
    }

    static Column tokens(String id, Activity... activities) {
        var some = List.of(activities);
        return count(id, each -> some.contains(each.activity()) ? each.tokens().total() : 0);
    }

    /// Added in binary, as the vendor's store does; null when none of it has a price.
    static @Nullable BigDecimal cost(List<Usage> usages) {
        var prices = usages.stream().map(Usage::cost).filter(Objects::nonNull).toList();
        return prices.isEmpty()
                ? null
                : BigDecimal.valueOf(prices.stream().mapToDouble(BigDecimal::doubleValue).sum());
    }

    Json header() {
        return Json.object(
                "id", id, "label", label(), "type", type, "format", format, "description", null);
    }

    Json metric(List<Usage> usages) {
        return Json.object(
                "id",
                id,
                "label",
                label(),
                "type",
                type,
                "value",
                value.apply(usages),
                "format",
                format,
                "description",
                null,
                "fixed_timeframe",
                null,
                "secondary_metrics",
                null);
    }

    private String label() {
        var words = id.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

package dev.tallyport.simulator.http;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// JSON text. Quantities are written as Python does, with at least one decimal.
public record Json(String text) {

    public static Json object(@Nullable Object... namesAndValues) {
        var members = new StringJoiner(",", "{", "}");
        for (int index = 0; index < namesAndValues.length; index += 2) {
            members.add(of(namesAndValues[index]).text + ":" + of(namesAndValues[index + 1]).text);
        }
        return new Json(members.toString());
    }

    public static Json of(@Nullable Object value) {
        return switch (value) {
            case null -> new Json("null");
            case Json json -> json;
            case String string -> new Json(quoted(string));
            case BigDecimal quantity -> new Json(decimal(quantity));
            case Number number -> new Json(number.toString());
            case Boolean claim -> new Json(claim.toString());
            case Iterable<?> items -> {
                var joiner = new StringJoiner(",", "[", "]");
                items.forEach(item -> joiner.add(of(item).text));
                yield new Json(joiner.toString());
            }
            case Map<?, ?> map -> {
                var joiner = new StringJoiner(",", "{", "}");
                map.forEach(
                        (name, member) -> joiner.add(quoted("" + name) + ":" + of(member).text));
                yield new Json(joiner.toString());
            }
            default -> new Json(quoted(value.toString()));
        };
    }

    private static String decimal(BigDecimal quantity) {
        var stripped = quantity.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
    }

    private static String quoted(String string) {
        var quoted = new StringBuilder("\"");
        for (int index = 0; index < string.length(); index++) {
            char each = string.charAt(index);
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ') {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }
}

package dev.tallyport.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parameters of one request, decoded. Unknown ones are ignored.
public record Query(Map<String, List<String>> parameters) {

    private static final long END_OF_TIME = 253_402_300_799L;

    public static Query parse(@Nullable String raw) {
        var parameters = new HashMap<String, List<String>>();
        for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
        }
        return new Query(parameters);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).map(List::getLast);
    }

    public boolean claims(String name) {
        return text(name).filter(value -> value.equals("true") || value.equals("1")).isPresent();
    }

    /// Repeated or joined by commas.
    public List<String> list(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    public int integer(String name, int least, int most, int otherwise) {
        var input = text(name);
        if (input.isEmpty()) {
            return otherwise;
        }
        long value = integer(name, input.get());
        if (value < least) {
            throw Refusal.invalid(
                    name,
                    "greater_than_equal",
                    "Input should be greater than or equal to " + least,
                    input.get(),
                    Map.of("ge", least));
        }
        if (value > most) {
            throw Refusal.invalid(
                    name,
                    "less_than_equal",
                    "Input should be less than or equal to " + most,
                    input.get(),
                    Map.of("le", most));
        }
        return Math.toIntExact(value);
    }

    public Instant unixSeconds(String name, Instant otherwise) {
        return text(name)
                .map(value -> Math.clamp(integer(name, value), 0, END_OF_TIME))
                .map(Instant::ofEpochSecond)
                .orElse(otherwise);
    }

    /// A bare date means midnight UTC, and so does a missing offset mean UTC.
    public Instant dateTime(String name, String alias, Instant otherwise) {
        var used = text(name).isPresent() ? name : alias;
        return text(used).map(value -> dateTime(used, value)).orElse(otherwise);
    }

    private static Instant dateTime(String name, String input) {
        try {
            if (input.length() == "2026-01-01".length()) {
                return LocalDateTime.parse(input + "T00:00").toInstant(ZoneOffset.UTC);
            }
            boolean hasOffset = input.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
            return hasOffset
                    ? OffsetDateTime.parse(input).toInstant()
                    : LocalDateTime.parse(input).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException invalid) {
            throw Refusal.invalid(
                    name,
                    "datetime_from_date_parsing",
                    "Input should be a valid datetime or date",
                    input,
                    Map.of("error", "" + invalid.getMessage()));
        }
    }

    private static long integer(String name, String input) {
        try {
            return Long.parseLong(input);
        } catch (NumberFormatException invalid) {
            throw Refusal.invalid(
                    name,
                    "int_parsing",
                    "Input should be a valid integer, unable to parse string as an integer",
                    input,
                    Map.of());
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

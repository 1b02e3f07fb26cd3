package dev.tallyport.adapter.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a list goes on that has no numbers, for whoever pages through it to send back as it is.
public record Cursor(List<String> parts) {

    /// Two names, however long they are written.
    public static final int LONGEST = 16_384;

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(String... parts) {
        return new Cursor(List.of(parts));
    }

    public String written() {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return parts.stream()
                .map(part -> encoder.encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }

    /// A cursor of so many parts.
    ///
    /// @param place where it points; empty for what no cursor says
    public static <T> Kind<T> kind(int parts, Function<Cursor, Optional<T>> place) {
        return Kind.of(
                "next of the answer before",
                text -> read(text).filter(cursor -> cursor.parts().size() == parts).flatMap(place));
    }

    private static Optional<Cursor> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var decoder = Base64.getUrlDecoder();
            return Optional.of(
                    new Cursor(
                            Stream.of(text.split("\\.", -1))
                                    .map(part ->
                                            new String(
                                                    decoder.decode(part), StandardCharsets.UTF_8))
                                    .toList()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

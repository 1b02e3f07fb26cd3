package dev.tallyport.adapter.rest.choice;

import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.reporting.Choices.Place;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a place in a list is written for whoever asks for what follows it.
final class Cursor {

    static final Kind<Place> PLACE = Kind.of("next of the answer before", Cursor::read);

    private static final char BETWEEN = ':';

    private Cursor() {}

    /// Null at the end.
    static <T> @Nullable String next(Page<T> page, Function<T, Place> place) {
        return page.next(place.andThen(Cursor::write)).orElse(null);
    }

    private static String write(Place place) {
        var text = Integer.toString(place.key().length()) + BETWEEN + place.key() + place.label();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Place> read(String written) {
        try {
            var bytes = Base64.getUrlDecoder().decode(written);
            var text = new String(bytes, StandardCharsets.UTF_8);
            var key = text.indexOf(BETWEEN) + 1;
            var label = key + Integer.parseInt(text, 0, key - 1, 10);
            return Optional.of(new Place(text.substring(label), text.substring(key, label)))
                    .filter(place -> write(place).equals(written));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }
}

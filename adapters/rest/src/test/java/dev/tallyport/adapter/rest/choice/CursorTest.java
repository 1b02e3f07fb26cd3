package dev.tallyport.adapter.rest.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.reporting.Choices.Place;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {

    private static String written(Place place) {
        var page = new Page<>(List.of(place), true);
        return Objects.requireNonNull(Cursor.next(page, one -> one));
    }

    @Property
    void everyPlaceIsReadAsItWasWritten(@ForAll String label, @ForAll String key) {
        var place = new Place(label, key);

        var read = Cursor.PLACE.parse().apply(written(place));

        assertThat(read).contains(place);
    }

    @Test
    void nothingFollowsTheLastPage() {
        var page = new Page<>(List.of(new Place("a", "b")), false);

        assertThat(Cursor.next(page, place -> place)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "%", "YQ", "OTk6YQ", "MDph!", "LTE6YQ", "eDph", "KzE6YQ", "MTphYg="})
    void whatIsNoPlaceIsRefused(String text) {
        assertThat(Cursor.PLACE.parse().apply(text)).isEmpty();
    }
}

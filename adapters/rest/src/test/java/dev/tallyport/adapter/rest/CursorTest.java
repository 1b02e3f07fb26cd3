package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static Optional<Cursor> read(String text, int parts) {
        return Cursor.kind(parts, Optional::of).parse().apply(text);
    }

    @Property
    void whatIsWrittenIsReadBackWhateverItSays(
            @ForAll @Size(min = 1, max = 5)
                    List<@CharRange(from = '\0', to = '\uD7FF') @StringLength(max = 50) String>
                            parts) {
        var cursor = new Cursor(parts);

        assertThat(cursor.written()).matches("[A-Za-z0-9_.-]*");
        assertThat(read(cursor.written(), parts.size())).contains(cursor);
        assertThat(read(cursor.written(), parts.size() + 1)).isEmpty();
    }

    @Test
    void anythingElseIsNoCursor() {
        assertThat(read("", 2)).isEmpty();
        assertThat(read("a b", 1)).isEmpty();
        assertThat(read("=", 1)).isEmpty();
        assertThat(read("A".repeat(20_000), 1)).isEmpty();
    }
}

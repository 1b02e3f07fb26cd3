package dev.tallyport.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.Note;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class BookmarkTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Completion DONE =
            new Completion("acus", START, Instant.parse("2026-03-02T00:00:00Z"));

    @Test
    void isReadAsItWasWritten() {
        var bookmark =
                new Bookmark("f", List.of(DONE), List.of(new Note("columns", "not read: team")));

        assertThat(bookmark.toCheckpoint().flatMap(Bookmark::of)).contains(bookmark);
    }

    @Test
    void oneThatIsTooLongIsNotKept() {
        var bookmark = new Bookmark("f", Collections.nCopies(5_000, DONE), List.of());

        assertThat(bookmark.toCheckpoint()).isEmpty();
    }

    @Property
    void anyOtherCheckpointIsNone(@ForAll String written) {
        assertThat(Bookmark.of(new Checkpoint(written))).isEmpty();
        assertThat(Bookmark.of(new Checkpoint("files-1\tf\ndone\tacus\t" + written + "\t!")))
                .isEmpty();
    }
}

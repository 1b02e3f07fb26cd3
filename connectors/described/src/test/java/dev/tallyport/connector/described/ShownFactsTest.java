package dev.tallyport.connector.described;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Note;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShownFactsTest {

    @Test
    void aNoteDoesNotSteerTheTerminal() {
        var out = new ByteArrayOutputStream();
        var shown =
                new ShownFacts(
                        Shop.described(Shop.YAML).descriptor(), new PrintStream(out, true, UTF_8));
        var note = new Note("sa\u009bles", "some\u202ething");

        shown.accept(Batch.ofFacts(List.of(), List.of()).withNotes(List.of(note)));
        shown.finish();

        assertThat(out.toString(UTF_8)).contains("note on sa les: some thing");
    }
}

package dev.tallyport.connector.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.Note;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of files that were read whole, so that they need not be read again before one of
/// them changes: what is complete, and what an operator should still be told.
record Bookmark(String fingerprint, List<Completion> completed, List<Note> notes) {

    private static final String FORM = "files-1";
    private static final int MOST_BYTES = 60 * 1024;

    Bookmark {
        completed = List.copyOf(completed);
        notes = List.copyOf(notes);
    }

    /// Nothing when it would be too long to keep; the files are then read again each time.
    Optional<Checkpoint> toCheckpoint() {
        var lines = new ArrayList<String>();
        lines.add(FORM + "\t" + fingerprint);
        for (var completion : completed) {
            lines.add(
                    "done\t%s\t%s\t%s"
                            .formatted(completion.cut(), completion.start(), completion.end()));
        }
        for (var note : notes) {
            lines.add("note\t%s\t%s".formatted(note.part(), note.message()));
        }
        var text = String.join("\n", lines);
        return text.getBytes(UTF_8).length > MOST_BYTES
                ? Optional.empty()
                : Optional.of(new Checkpoint(text));
    }

    /// Nothing when this connector did not write the checkpoint.
    static Optional<Bookmark> of(Checkpoint checkpoint) {
        var completed = new ArrayList<Completion>();
        var notes = new ArrayList<Note>();
        var lines = checkpoint.value().split("\n", -1);
        var first = lines[0].split("\t", -1);
        if (first.length != 2 || !first[0].equals(FORM)) {
            return Optional.empty();
        }
        for (int i = 1; i < lines.length; i++) {
            var fields = lines[i].split("\t", -1);
            if (fields.length == 4 && fields[0].equals("done")) {
                var completion = completion(fields);
                if (completion.isEmpty()) {
                    return Optional.empty();
                }
                completed.add(completion.get());
            } else if (fields.length == 3 && fields[0].equals("note")) {
                notes.add(new Note(fields[1], fields[2]));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Bookmark(first[1], completed, notes));
    }

    private static Optional<Completion> completion(String[] fields) {
        try {
            return Optional.of(
                    new Completion(fields[1], Instant.parse(fields[2]), Instant.parse(fields[3])));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}

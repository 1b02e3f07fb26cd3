package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.nio.ByteBuffer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One read of a source's files, which together are all that there is to know: what none of them
/// says any longer is retracted. Files that did not change since they were last read whole are not
/// opened.
///
/// Rows carry no id. A fact is known by the row's identifying columns, and by how many rows before
/// it in the same files have the same: rows and files may be put in another order, renamed, parted
/// or joined without any fact changing, amounts may be corrected in place, and of two equal rows
/// both count. To number them in bounded memory, many rows are read in several passes, each taking
/// its share.
final class FilesRead {

    private static final int MOST_FACTS_OF_A_BATCH = 5_000;
    private static final int KEY_BYTES = 16;
    private static final long MOST_ROWS_OF_A_PASS = 1 << 19;

    private final String path;
    private final Layout layout;
    private final long mostRowsOfAPass;
    private final ReadRequest request;
    private final Sink sink;
    private final Interval stretch;
    private final List<UsageFact> facts = new ArrayList<>();
    private long repeatedAcrossFiles;

    FilesRead(String path, Layout layout, ReadRequest request, Sink sink) {
        this(path, layout, MOST_ROWS_OF_A_PASS, request, sink);
    }

    /// @param mostRowsOfAPass how many rows are numbered at once, at some 32 bytes each
    FilesRead(String path, Layout layout, long mostRowsOfAPass, ReadRequest request, Sink sink) {
        this.path = path;
        this.layout = layout;
        this.mostRowsOfAPass = mostRowsOfAPass;
        this.request = request;
        this.sink = sink;
        this.stretch = request.window().orElse(new Interval(Moments.FIRST, Moments.END));
    }

    void read() {
        if (request.exchanges().isReplay()) {
            // The files are their own record; the next sync reads them again.
            return;
        }
        var folder = Folder.at(path);
        var fingerprint = folder.fingerprint(layout);
        var known =
                request.checkpoint()
                        .flatMap(Bookmark::of)
                        .filter(bookmark -> bookmark.fingerprint().equals(fingerprint));
        if (known.isPresent() && request.window().isEmpty()) {
            confirm(known.get());
            return;
        }
        var inspection = Inspection.of(folder, layout, sink);
        requireUnchanged(fingerprint);
        if (inspection.rows() == 0) {
            var notes = new ArrayList<>(inspection.notes());
            notes.add(new Note("files", "no file has any row: nothing was changed"));
            sink.accept(Batch.EMPTY.withNotes(notes));
            return;
        }
        deliver(inspection);
        requireUnchanged(fingerprint);
        conclude(inspection, fingerprint);
    }

    /// Nothing changed, but meanwhile days may have become old enough to be settled.
    private void confirm(Bookmark bookmark) {
        var completed =
                begun(bookmark.completed()).stream()
                        .filter(done -> !sink.stale(done.cut(), done.start(), done.end()).isEmpty())
                        .toList();
        if (!completed.isEmpty() || !bookmark.notes().isEmpty()) {
            sink.accept(Batch.EMPTY.withNotes(bookmark.notes()).withCompleted(completed));
        }
    }

    private void deliver(Inspection inspection) {
        var files = inspection.files();
        long passes = 1 + (inspection.rows() - 1) / mostRowsOfAPass;
        long done = files.size();
        for (long pass = 0; pass < passes; pass++) {
            var occurrences = new Occurrences();
            for (int file = 0; file < files.size(); file++) {
                deliver(files.get(file), file, new Share(pass, passes), occurrences, inspection);
                done++;
                sink.progress(done, files.size() * (1 + passes));
            }
            repeatedAcrossFiles += occurrences.repeatedAcrossFiles();
        }
    }

    /// The rows that one of several passes takes.
    private record Share(long pass, long passes) {

        boolean has(long print) {
            return Long.remainderUnsigned(print, passes) == pass;
        }
    }

    private void deliver(
            Folder.SourceFile file,
            int number,
            Share share,
            Occurrences occurrences,
            Inspection inspection) {
        try (var table = Table.open(file, layout)) {
            var header = table.header();
            var identifying = header.places(layout::identifies);
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                if (!row.get().hasAllCells()) {
                    continue;
                }
                var fingerprint = Fingerprint.of(row.get(), header, identifying);
                long print = ByteBuffer.wrap(fingerprint).getLong();
                if (share.has(print)
                        && Reading.of(row.get(), layout)
                                instanceof Reading.Understood(var statement)
                        && isAskedFor(statement)) {
                    add(statement, keyOf(fingerprint, occurrences.add(print, number)));
                }
            }
            if (!inspection.isUnchanged(file, table.digest())) {
                throw changed();
            }
        }
    }

    private boolean isAskedFor(Layout.Statement statement) {
        return !statement.start().isBefore(stretch.start())
                && statement.start().isBefore(stretch.end());
    }

    private static String keyOf(byte[] fingerprint, int occurrence) {
        return HexFormat.of().formatHex(fingerprint, 0, KEY_BYTES) + "/" + occurrence;
    }

    private void add(Layout.Statement statement, String key) {
        for (var figure : statement.figures()) {
            facts.add(
                    new UsageFact(
                            figure.cut(),
                            key,
                            statement.start(),
                            statement.end(),
                            statement.dimensions(),
                            figure.quantity(),
                            figure.unit()));
        }
        if (facts.size() >= MOST_FACTS_OF_A_BATCH) {
            sink.accept(Batch.continued(facts));
            facts.clear();
        }
    }

    /// The last facts, and what all of them together speak for.
    private void conclude(Inspection inspection, String fingerprint) {
        var coverage = new ArrayList<Coverage>();
        var completed = new ArrayList<Completion>();
        for (var cut : layout.cuts()) {
            inspection.understood(cut.id(), stretch).stream()
                    .map(part -> new Coverage(cut.id(), part.start(), part.end(), Map.of()))
                    .forEach(coverage::add);
            completed.addAll(completed(inspection, cut));
        }
        var notes = new ArrayList<>(inspection.notes());
        if (repeatedAcrossFiles > 0) {
            notes.add(
                    new Note(
                            "repetitions",
                            "rows that say the same as one of another file, amounts aside, and"
                                    + " count as usage of their own: %d; if a period was exported"
                                            .formatted(repeatedAcrossFiles)
                                    + " twice, remove one of the files"));
        }
        var batch = Batch.ofFacts(facts, coverage).withNotes(notes).withCompleted(begun(completed));
        sink.accept(
                request.window().isPresent()
                        ? batch
                        : new Bookmark(fingerprint, completed, notes)
                                .toCheckpoint()
                                .map(batch::withCheckpoint)
                                .orElse(batch));
    }

    /// Whole days from the first that any row is of to the last, of a cut that is stated at all.
    private List<Completion> completed(Inspection inspection, Cut cut) {
        if (!inspection.states(cut.id())) {
            return List.of();
        }
        return inspection.span().flatMap(this::wholeDays).stream()
                .flatMap(days -> inspection.understood(cut.id(), days).stream())
                .map(part -> new Completion(cut.id(), part.start(), part.end()))
                .toList();
    }

    private Optional<Interval> wholeDays(Interval span) {
        var first = stretch.start().truncatedTo(ChronoUnit.DAYS);
        var start =
                Days.later(
                        span.start(),
                        first.equals(stretch.start()) ? first : first.plus(1, ChronoUnit.DAYS));
        var end = Days.earlier(span.end(), stretch.end().truncatedTo(ChronoUnit.DAYS));
        return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
    }

    /// The same without days that have not begun.
    private List<Completion> begun(List<Completion> completed) {
        var tomorrow = Days.startOf(Reading.dayOf(request.now()).plusDays(1));
        return completed.stream()
                .filter(done -> done.start().isBefore(tomorrow))
                .map(done ->
                        new Completion(
                                done.cut(), done.start(), Days.earlier(done.end(), tomorrow)))
                .toList();
    }

    private void requireUnchanged(String fingerprint) {
        if (!Folder.at(path).fingerprint(layout).equals(fingerprint)) {
            throw changed();
        }
    }

    private ConnectorException changed() {
        return new ConnectorException(
                ConnectorException.Kind.UNAVAILABLE,
                "%s changed while it was read; nothing is retracted, and all of it is read again"
                        .formatted(path));
    }
}

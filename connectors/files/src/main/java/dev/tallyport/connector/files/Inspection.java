package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A first look at every row of every file, before a single fact is handed over: whether all of
/// them can be read, which days can be understood, how many rows there are. Hands over names and
/// rejects. Needs memory for days and files, not for rows.
final class Inspection {

    private static final int MOST_REJECTS_OF_A_FILE = 200;
    private static final int MOST_NAMES_OF_A_BATCH = 1_000;

    private final Folder folder;
    private final Layout layout;
    private final Sink sink;

    private final Days days = new Days();
    private final Names names = new Names();
    private final Set<String> stated = new HashSet<>();
    private final Map<String, String> fileOfDigest = new LinkedHashMap<>();
    private final Map<Path, String> digests = new HashMap<>();
    private final Map<Note, Tally> remarks = new LinkedHashMap<>();
    private final List<Note> notes;
    private final List<ConnectorException> failures = new ArrayList<>();
    private Optional<Tally> undated = Optional.empty();
    private long rows;

    /// How often something was found, and where first.
    private record Tally(long rows, String place) {

        static Tally plus(Tally one, Tally other) {
            return new Tally(one.rows + other.rows, one.place);
        }

        @Override
        public String toString() {
            return "%d row%s, first in %s".formatted(rows, rows == 1 ? "" : "s", place);
        }
    }

    /// What one file adds, unless it is a copy of another.
    private static final class Findings {

        private final List<Reject> rejects = new ArrayList<>();
        private final Map<Note, Tally> remarks = new LinkedHashMap<>();
        private Optional<Tally> undated = Optional.empty();
        private long lost;
        private long rows;
    }

    private Inspection(Folder folder, Layout layout, Sink sink) {
        this.folder = folder;
        this.layout = layout;
        this.sink = sink;
        this.notes = new ArrayList<>(folder.notes());
    }

    /// @throws ConnectorException when a file cannot be read: half of the files are no truth
    static Inspection of(Folder folder, Layout layout, Sink sink) {
        var inspection = new Inspection(folder, layout, sink);
        int done = 0;
        for (var file : folder.files()) {
            inspection.inspect(file);
            done++;
            sink.progress(done, 2L * folder.files().size());
        }
        inspection.throwFailure();
        return inspection;
    }

    private void inspect(Folder.SourceFile file) {
        try (var table = Table.open(file, layout)) {
            var findings = new Findings();
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                findings.rows++;
                inspect(file, row.get(), findings);
            }
            var digest = table.digest();
            var original =
                    findings.rows == 0 ? null : fileOfDigest.putIfAbsent(digest, file.name());
            if (original != null) {
                notes.add(
                        new Note(
                                "copies",
                                "%s says the same as %s to the last byte and is counted once;"
                                                .formatted(file.name(), original)
                                        + " remove one of them"));
                return;
            }
            digests.put(file.path(), digest);
            layout.remarkOn(table.header())
                    .ifPresent(remark ->
                            remarks.merge(
                                    remark, new Tally(findings.rows, file.name()), Tally::plus));
            keep(file, findings);
        } catch (ConnectorException e) {
            failures.add(e);
        }
    }

    private void inspect(Folder.SourceFile file, Row row, Findings findings) {
        var place = file.name() + " line " + row.line();
        switch (Reading.of(row, layout)) {
            case Reading.Understood(var statement) -> {
                var day = Reading.dayOf(statement.start());
                days.add(day);
                statement.figures().forEach(figure -> stated.add(figure.cut()));
                for (var flaw : statement.flaws()) {
                    days.breakDay(flaw.cut(), day);
                    reject(file, row, flaw.reason(), findings);
                }
                statement.directory().forEach(names::add);
                statement
                        .remarks()
                        .forEach(remark ->
                                findings.remarks.merge(remark, new Tally(1, place), Tally::plus));
            }
            case Reading.Lost(var day, var reason) -> {
                day.ifPresent(known -> {
                    days.add(known);
                    layout.cuts().stream().map(Cut::id).forEach(cut -> days.breakDay(cut, known));
                });
                if (day.isEmpty()) {
                    var one = new Tally(1, place);
                    findings.undated =
                            Optional.of(
                                    findings.undated
                                            .map(before -> Tally.plus(before, one))
                                            .orElse(one));
                }
                reject(file, row, reason, findings);
            }
        }
        if (names.size() >= MOST_NAMES_OF_A_BATCH) {
            sink.accept(Batch.ofDirectory(names.drain(), List.of()));
        }
    }

    private static void reject(Folder.SourceFile file, Row row, String reason, Findings findings) {
        if (findings.rejects.size() < MOST_REJECTS_OF_A_FILE) {
            findings.rejects.add(new Reject(file.name(), "line " + row.line(), reason));
        } else {
            findings.lost++;
        }
    }

    private void keep(Folder.SourceFile file, Findings findings) {
        rows += findings.rows;
        findings.remarks.forEach((remark, tally) -> remarks.merge(remark, tally, Tally::plus));
        findings.undated.ifPresent(found ->
                undated =
                        Optional.of(
                                undated.map(before -> Tally.plus(before, found)).orElse(found)));
        if (findings.lost > 0) {
            findings.rejects.add(
                    new Reject(
                            file.name(),
                            "more",
                            "%d more figures or rows were not understood"
                                    .formatted(findings.lost)));
        }
        if (!findings.rejects.isEmpty() || names.size() > 0) {
            sink.accept(Batch.ofDirectory(names.drain(), List.of()).withRejects(findings.rejects));
        }
    }

    private void throwFailure() {
        if (failures.isEmpty()) {
            return;
        }
        var first = failures.getFirst();
        var more =
                failures.size() == 1 ? "" : " (and %d more files)".formatted(failures.size() - 1);
        throw new ConnectorException(
                first.kind(),
                first.getMessage() + more + "; no usage was read, earlier usage stays",
                first);
    }

    /// How many rows there are, copies aside.
    long rows() {
        return rows;
    }

    /// Those that are read, copies aside.
    List<Folder.SourceFile> files() {
        return folder.files().stream().filter(file -> digests.containsKey(file.path())).toList();
    }

    boolean isUnchanged(Folder.SourceFile file, String digest) {
        return digest.equals(digests.get(file.path()));
    }

    /// What of a stretch was understood of a cut: nothing at all when some row may be of any day.
    List<Interval> understood(String cut, Interval stretch) {
        return undated.isPresent()
                ? List.of()
                : days.understood(cut, stretch.start(), stretch.end());
    }

    /// From the first day that any row is of to the last.
    Optional<Interval> span() {
        return days.span();
    }

    boolean states(String cut) {
        return stated.contains(cut);
    }

    List<Note> notes() {
        var all = new ArrayList<>(notes);
        undated.ifPresent(tally ->
                all.add(
                        new Note(
                                "dates",
                                "the day of some rows cannot be told (%s): until they are mended,"
                                                .formatted(tally)
                                        + " no day is complete and nothing is retracted")));
        remarks.forEach((remark, tally) ->
                all.add(new Note(remark.part(), "%s (%s)".formatted(remark.message(), tally))));
        return all;
    }
}

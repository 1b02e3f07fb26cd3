package dev.tallyport.connector.described;

import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hands over one window of one request. An item that cannot be understood is a reject, and its day
/// is neither covered nor complete; where the day itself is lost, no day of the window is.
final class WindowRead {

    private static final int MOST_FACTS = 5_000;
    private static final int MOST_REJECTS = 200;

    private final Request request;
    private final Days window;
    private final ZoneId zone;
    private final Facts facts;
    private final Sink sink;
    private final Set<DirectoryEntry> said;
    private final Set<Note> notes;
    private final List<UsageFact> pending = new ArrayList<>();
    private final Map<String, DirectoryEntry> people = new HashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final Set<LocalDate> broken = new HashSet<>();
    private long rejected;

    /// @param said the entries that the platform has; grows by what is handed over
    /// @param notes what this read noted before
    WindowRead(
            Request request,
            Days window,
            ZoneId zone,
            Facts facts,
            Sink sink,
            Set<DirectoryEntry> said,
            Set<Note> notes) {
        this.request = request;
        this.window = window;
        this.zone = zone;
        this.facts = facts;
        this.sink = sink;
        this.said = said;
        this.notes = notes;
    }

    /// @param path that it was asked for by
    void page(String path, Item answer) {
        facts.beginPage();
        for (var records : request.records()) {
            descend(records, path, answer, 0);
        }
        for (var warning : request.warnings()) {
            warn(warning, path, answer);
        }
    }

    private void descend(Records records, String path, Item item, int level) {
        int out = records.items().depth() - level;
        if (out == 0) {
            state(records, path, item);
            return;
        }
        List<Item> items;
        try {
            items = item.items(records.items().levels().get(level));
        } catch (MalformedMember malformed) {
            reject(path, malformed, dayOf(records, item, out));
            return;
        }
        for (var one : items) {
            descend(records, path, one, level + 1);
        }
    }

    private void state(Records records, String path, Item item) {
        Facts.Stated stated;
        try {
            stated = facts.of(records, item);
            if (!window.contains(stated.day())) {
                throw new MalformedMember(
                        item.value().path(),
                        "expected a day from %s to before %s, found %s"
                                .formatted(window.first(), window.end(), stated.day()));
            }
        } catch (MalformedMember malformed) {
            reject(path, malformed, dayOf(records, item, 0));
            return;
        }
        pending.addAll(stated.facts());
        stated.person().filter(said::add).ifPresent(person -> people.put(person.id(), person));
        if (pending.size() >= MOST_FACTS) {
            sink.accept(drained(Batch.continued(pending)));
        }
    }

    private Optional<LocalDate> dayOf(Records records, Item item, int out) {
        try {
            return facts.day(records, item, out).filter(window::contains);
        } catch (MalformedMember _) {
            return Optional.empty();
        }
    }

    private void reject(String path, MalformedMember malformed, Optional<LocalDate> day) {
        day.ifPresentOrElse(broken::add, () -> window.stream().forEach(broken::add));
        rejected++;
        if (rejected <= MOST_REJECTS) {
            rejects.add(malformed.toReject(path));
        }
    }

    private void warn(Request.Warning warning, String path, Item answer) {
        try {
            var figure = warning.figure().number(answer);
            var limit = warning.exceeds().number(answer);
            if (figure.isPresent()
                    && limit.isPresent()
                    && figure.get().compareTo(limit.get()) > 0) {
                notes.add(new Note(request.id(), warning.message()));
            }
        } catch (MalformedMember malformed) {
            reject(path, malformed, Optional.empty());
        }
    }

    /// What was not handed over yet, with what the window as a whole speaks for.
    void finish() {
        if (rejected > MOST_REJECTS) {
            rejects.add(
                    new Reject(
                            request.path(),
                            "$",
                            rejected
                                    + " records of the days from %s to before %s were not understood"
                                            .formatted(window.first(), window.end())
                                    + "; the first "
                                    + MOST_REJECTS
                                    + " are kept"));
        }
        if (facts.isRepeated()) {
            notes.add(
                    new Note(
                            request.id(),
                            "several records of one page share every dimension and key; each is"
                                    + " counted. Where they are the same, the description lacks an"
                                    + " id; where they differ, it lacks a key"));
        }
        if (facts.isUncompared()) {
            notes.add(
                    new Note(
                            request.id(),
                            "a window has more than "
                                    + Facts.MOST_COMPARED
                                    + " facts; whether those beyond replace each other from page to"
                                    + " page was not looked at. Describe fewer `days`, or an id"));
        }
        var coverage = new ArrayList<Coverage>();
        var completed = new ArrayList<Completion>();
        for (var days : window.without(broken)) {
            var start = days.start(zone);
            var end = days.end(zone);
            for (var cut : request.cuts()) {
                coverage.add(new Coverage(cut, start, end, Map.of()));
            }
            for (var cut : request.parts()) {
                completed.add(new Completion(cut, start, end));
            }
        }
        sink.accept(
                drained(Batch.ofFacts(pending, coverage))
                        .withCompleted(completed)
                        .withNotes(List.copyOf(notes)));
    }

    private Batch drained(Batch batch) {
        var drained =
                batch.withDirectory(List.copyOf(people.values()), List.of()).withRejects(rejects);
        pending.clear();
        people.clear();
        rejects.clear();
        return drained;
    }
}

package dev.tallyport.connector.described;

import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Sink;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// One read: for each request the days that may still change and those that are stale, newest
/// first; or the window that was asked for and nothing else.
final class DescribedRead {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Description description;
    private final Answers answers;
    private final ReadRequest read;
    private final Sink sink;
    private final ZoneId zone;
    private final Set<DirectoryEntry> said;
    private final Set<Note> notes = new LinkedHashSet<>();
    private Optional<ConnectorException> failure = Optional.empty();
    private long done;

    DescribedRead(Description description, Answers answers, ReadRequest read, Sink sink) {
        this.description = description;
        this.answers = answers;
        this.read = read;
        this.sink = sink;
        this.zone = description.descriptor().dayZone();
        this.said = new HashSet<>(read.known());
    }

    private record Task(Request request, List<Days> windows) {}

    /// @throws ConnectorException what went wrong first, after everything else was read
    void read() {
        var tasks = new ArrayList<Task>();
        for (var request : description.requests()) {
            var windows = Days.newestFirst(days(request), request.window().days());
            tasks.add(new Task(request, windows));
        }
        long expected = tasks.stream().mapToLong(task -> task.windows().size()).sum();
        for (var task : tasks) {
            read(task, expected);
        }
        failure.ifPresent(first -> {
            throw first;
        });
    }

    private void read(Task task, long expected) {
        for (var window : task.windows()) {
            try {
                read(task.request(), window);
            } catch (ConnectorException failed) {
                switch (failed.kind()) {
                    case RATE_LIMITED, UNAVAILABLE -> throw failed;
                    case MALFORMED_RESPONSE -> remember(failed);
                    case MISCONFIGURED, UNAUTHORIZED -> {
                        remember(failed);
                        return;
                    }
                }
            }
            sink.progress(++done, expected);
        }
    }

    private void remember(ConnectorException failed) {
        failure = failure.or(() -> Optional.of(failed));
    }

    private void read(Request request, Days window) {
        var facts = new Facts(description, request.window());
        var reading = new WindowRead(request, window, zone, facts, sink, said, notes);
        answers.each(request, window, reading::page);
        reading.finish();
    }

    private SortedSet<LocalDate> days(Request request) {
        var days = read.window().isPresent() ? askedFor() : due(request);
        // A day that has hardly begun cannot be asked for up to now.
        return days.headSet(dayOf(read.now().minus(SHORTEST)).plusDays(1));
    }

    private SortedSet<LocalDate> askedFor() {
        var window = read.window().orElseThrow();
        var days = new TreeSet<LocalDate>();
        var last = dayOf(window.end().minusNanos(1));
        dayOf(window.start()).datesUntil(last.plusDays(1)).forEach(days::add);
        return days;
    }

    private SortedSet<LocalDate> due(Request request) {
        var today = dayOf(read.now());
        var history = new Days(today.minus(description.history()), today.plusDays(1));
        var days = new TreeSet<LocalDate>();
        for (var cut : request.parts()) {
            days.addAll(sink.stale(cut, history.start(zone), history.end(zone)));
        }
        dayOf(read.now().minus(description.descriptor().settleHorizon()))
                .datesUntil(history.end())
                .forEach(days::add);
        return days;
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}

package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.BillingPeriod;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Sink;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// One read: the current cycle and three days more, always; once a day all of history where the
/// vendor's own totals are not those that its parts were last read with. On a first read that is
/// every cycle, newest first, and a read that was stopped goes on where days are still stale. What
/// is stated beside consumption follows. A chosen window is read whole and alone.
final class DevinRead {

    private static final int DAYS_BEFORE_CYCLE = 3;
    private static final Duration BETWEEN_COMPARISONS = Duration.ofDays(1);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final DevinApi api;
    private final int concurrency;
    private final ReadRequest request;
    private final Sink sink;
    private final Bookmark bookmark;
    private final Parts parts = new Parts();

    DevinRead(DevinApi api, int concurrency, ReadRequest request, Sink sink) {
        this.api = api;
        this.concurrency = concurrency;
        this.request = request;
        this.sink = sink;
        this.bookmark = Bookmark.of(request.checkpoint(), request.now());
    }

    void read() {
        var cycles = api.cycles();
        if (cycles.isEmpty()) {
            throw new ConnectorException(
                    ConnectorException.Kind.MALFORMED_RESPONSE,
                    "expected at least one billing cycle, found that the vendor lists none");
        }
        var listing = api.listing(parts, request.known());
        parts.failure().ifPresent(DevinRead::fail);
        var entries = listing.entries().stream().filter(this::isNews).toList();
        sink.accept(Batch.ofDirectory(entries, cycles).withRejects(listing.rejects()));
        var occasion = occasion(cycles, entries);
        if (occasion.window().filter(Span::isEmpty).isPresent()) {
            return;
        }
        var pass =
                new DevinPass(
                        api, concurrency, occasion.everybody(), sink, Span.dayOf(request.now()));
        readConsumption(pass, occasion);
        api.readBeside(occasion, parts, bookmark, sink);
        if (!parts.notes().isEmpty()) {
            sink.accept(Batch.EMPTY.withNotes(parts.notes()));
        }
        pass.failure().or(parts::failure).ifPresent(DevinRead::fail);
    }

    private static void fail(ConnectorException failure) {
        throw failure;
    }

    private Occasion occasion(List<BillingPeriod> cycles, List<DirectoryEntry> listed) {
        var window = request.window().map(chosen -> Span.between(chosen.start(), chosen.end()));
        return new Occasion(
                request.now(),
                cycles,
                current(cycles),
                window,
                window.isEmpty() && comparesNow(),
                everybody(listed));
    }

    private void readConsumption(DevinPass pass, Occasion occasion) {
        var windows = new ArrayList<Span>();
        windows.add(occasion.window().orElse(occasion.current()));
        if (occasion.isThorough()) {
            var cycles = occasion.cycles();
            var current = occasion.current();
            var history = new Span(Span.dayOf(cycles.getFirst().start()), current.end());
            pass.compare(history);
            windows.addAll(staleWindows(cycles, current, history));
        }
        pass.expect(windows.size());
        for (var window : windows) {
            pass.read(window);
        }
        if (occasion.isThorough()) {
            remember(pass.isComplete());
        }
    }

    /// A bare id says nothing new of somebody who is known.
    private boolean isNews(DirectoryEntry entry) {
        return !entry.equals(DirectoryEntry.Person.unnamed(entry.id()))
                || request.known().stream().noneMatch(known -> known.id().equals(entry.id()));
    }

    /// Everyone ever seen, as the vendor lists them now or as they were last known.
    private List<DirectoryEntry> everybody(List<DirectoryEntry> listed) {
        var everybody = new LinkedHashMap<String, DirectoryEntry>();
        for (var entry : request.known()) {
            everybody.put(keyOf(entry), entry);
        }
        for (var entry : listed) {
            everybody.put(keyOf(entry), entry);
        }
        return List.copyOf(everybody.values());
    }

    private static String keyOf(DirectoryEntry entry) {
        return (entry instanceof DirectoryEntry.Organization ? "o/" : "u/") + entry.id();
    }

    /// The cycle under way, or the last one that the vendor lists, through today at least.
    private Span current(List<BillingPeriod> cycles) {
        var first = Span.dayOf(cycles.getFirst().start());
        var cycle =
                cycles.stream()
                        .filter(one -> !one.start().isAfter(request.now()))
                        .reduce((_, later) -> later)
                        .orElse(cycles.getFirst());
        var start = Span.dayOf(cycle.start()).minusDays(DAYS_BEFORE_CYCLE);
        var end = Span.dayOf(cycle.end());
        var tomorrow = Span.dayOf(request.now()).plusDays(1);
        return new Span(
                start.isBefore(first) ? first : start, end.isBefore(tomorrow) ? tomorrow : end);
    }

    private boolean comparesNow() {
        return bookmark.reached(Bookmark.COMPARED)
                .map(compared -> !request.now().isBefore(compared.plus(BETWEEN_COMPARISONS)))
                .orElse(true);
    }

    private void remember(boolean complete) {
        var compared =
                complete
                        ? request.now()
                        : request.now().minus(BETWEEN_COMPARISONS).plus(AFTER_FAILURE);
        sink.accept(Batch.EMPTY.withCheckpoint(bookmark.at(Bookmark.COMPARED, compared)));
    }

    /// Per cycle, newest first, from its first stale day to its last.
    private List<Span> staleWindows(List<BillingPeriod> cycles, Span current, Span history) {
        var stale =
                sink.stale(api.cuts().joint().id(), history.startInstant(), current.startInstant());
        var starts = new TreeSet<LocalDate>();
        cycles.forEach(cycle -> starts.add(Span.dayOf(cycle.start())));
        var byCycle = new TreeMap<LocalDate, SortedSet<LocalDate>>();
        for (var day : stale) {
            var cycle = starts.floor(day);
            byCycle.computeIfAbsent(cycle == null ? day : cycle, _ -> new TreeSet<>()).add(day);
        }
        return byCycle.descendingMap().values().stream()
                .map(days -> new Span(days.getFirst(), days.getLast().plusDays(1)))
                .toList();
    }
}

package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sessions with their pull requests and insights.
///
/// Each read asks for what was updated since the last one, and once a day for what was created in
/// the current days, in case a figure changed without saying so. The list knows no other windows:
/// `time_after` and `time_before` are accepted there and mean nothing.
final class Sessions {

    static final String PART = "sessions";
    static final String INSIGHTS = "session-insights";
    static final String PATH = "/v3/enterprise/sessions";
    static final String INSIGHTS_PATH = PATH + "/insights";

    /// How far the vendor's clock and ours may be apart, or an update appear late.
    private static final Duration OVERLAP = Duration.ofHours(1);

    /// Insights of so much time are held in memory.
    private static final Duration STRIDE = Duration.ofDays(7);

    /// Sessions beyond which a batch is handed over.
    private static final int BATCH = 500;

    private final Lists lists;
    private final Occasion occasion;
    private final Parts parts;
    private final Bookmark bookmark;
    private final Optional<SessionDays> days;
    private final Sink sink;
    private final SessionReader reader = new SessionReader();
    private final List<SessionReader.Session> pending = new ArrayList<>();

    Sessions(
            Lists lists,
            Occasion occasion,
            Parts parts,
            Bookmark bookmark,
            Optional<SessionDays> days,
            Sink sink) {
        this.lists = lists;
        this.occasion = occasion;
        this.parts = parts;
        this.bookmark = bookmark;
        this.days = days;
        this.sink = sink;
    }

    void read() {
        occasion.window().ifPresentOrElse(this::readCreated, this::readWhatIsNew);
        days.ifPresent(series -> parts.attempt(SessionDays.PART, series::requireAnyKnown));
    }

    private void readWhatIsNew() {
        boolean isFirst = bookmark.reached(Bookmark.SESSIONS).isEmpty();
        readUpdated();
        if (occasion.isThorough() && !isFirst) {
            readCreated(occasion.current());
        }
    }

    private void readUpdated() {
        var since = bookmark.reached(Bookmark.SESSIONS).map(reached -> reached.minus(OVERLAP));
        if (since.isEmpty()) {
            var first = occasion.cycles().getFirst().start();
            readSlice("updated_before=" + first.getEpochSecond());
            since = Optional.of(first);
        }
        for (var slice : slices(since.get(), occasion.now().plusSeconds(1))) {
            readSlice(window("updated", slice));
            if (parts.failure().isEmpty()) {
                var reached = slice.end().isAfter(occasion.now()) ? occasion.now() : slice.end();
                sink.accept(Batch.EMPTY.withCheckpoint(bookmark.at(Bookmark.SESSIONS, reached)));
            }
        }
    }

    private void readCreated(Span span) {
        slices(span.startInstant(), span.endInstant())
                .forEach(slice -> readSlice(window("created", slice)));
    }

    private record Slice(Instant start, Instant end) {}

    private static List<Slice> slices(Instant start, Instant end) {
        var slices = new ArrayList<Slice>();
        for (var from = start; from.isBefore(end); from = from.plus(STRIDE)) {
            var until = from.plus(STRIDE);
            slices.add(new Slice(from, until.isAfter(end) ? end : until));
        }
        return slices;
    }

    /// Both ends are asked for as `[after, before)`.
    private static String window(String what, Slice slice) {
        return "%1$s_after=%2$d&%1$s_before=%3$d"
                .formatted(what, slice.start().getEpochSecond(), slice.end().getEpochSecond());
    }

    /// Sessions of deleted organizations consumed like any other.
    private void readSlice(String window) {
        var query = "?" + window + "&include_deleted_orgs=true&first=200";
        var insights = new HashMap<String, SessionReader.Insight>();
        parts.attempt(INSIGHTS, () -> readInsights(query, insights));
        lists.all(
                PATH + query,
                (path, item) -> {
                    try {
                        pending.add(reader.read(path, item, insights));
                    } catch (MalformedMember e) {
                        reader.reject(path, e);
                    }
                    if (pending.size() + reader.rejects() >= BATCH) {
                        handOver();
                    }
                });
        handOver();
    }

    private void readInsights(String query, Map<String, SessionReader.Insight> insights) {
        var rejects = new ArrayList<Reject>();
        lists.all(
                INSIGHTS_PATH + query,
                (path, item) -> {
                    try {
                        insights.put(
                                SessionReader.idOf(item),
                                SessionReader.insight(new Members(path, item, rejects)));
                    } catch (MalformedMember e) {
                        rejects.add(e.toReject(path));
                    }
                });
        if (!rejects.isEmpty()) {
            sink.accept(Batch.EMPTY.withRejects(Rejects.few(rejects)));
        }
    }

    private void handOver() {
        if (pending.isEmpty() && reader.rejects() == 0) {
            return;
        }
        var activities = new ArrayList<Activity>();
        var facts = new ArrayList<UsageFact>();
        for (var session : pending) {
            activities.add(session.activity());
            activities.addAll(session.pullRequests());
            session.acus()
                    .ifPresent(
                            acus -> facts.add(SessionFigures.lifetime(session.activity(), acus)));
        }
        var sessions = pending.stream().map(SessionReader.Session::activity).toList();
        pending.clear();
        sink.accept(
                Batch.ofFacts(facts, List.of())
                        .withActivities(activities)
                        .withRejects(reader.takeRejects()));
        days.ifPresent(series ->
                parts.attempt(SessionDays.PART, () -> sink.accept(series.read(sessions))));
    }
}

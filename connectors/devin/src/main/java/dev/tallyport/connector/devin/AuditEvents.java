package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The vendor's own audit log. What an event says beyond who, when, where and which action is left
/// out: it is of no documented form and may name people.
record AuditEvents(Lists lists, Occasion occasion, Bookmark bookmark, Sink sink) {

    static final String PART = "audit-events";
    static final String PATH = "/v3/enterprise/audit-logs";

    /// How late an event may appear.
    private static final Duration OVERLAP = Duration.ofHours(1);

    /// Events beyond which a batch is handed over.
    private static final int BATCH = 1_000;

    void read() {
        var found = new ArrayList<Activity>();
        var rejects = new ArrayList<Reject>();
        lists.all(
                PATH + "?order=asc&first=200" + window(),
                (path, item) -> {
                    try {
                        found.add(event(path, item, rejects));
                    } catch (MalformedMember e) {
                        rejects.add(e.toReject(path));
                    }
                    if (found.size() + rejects.size() >= BATCH) {
                        handOver(found, rejects);
                    }
                });
        handOver(found, rejects);
        if (occasion.window().isEmpty()) {
            sink.accept(
                    Batch.EMPTY.withCheckpoint(bookmark.at(Bookmark.AUDIT_EVENTS, occasion.now())));
        }
    }

    private String window() {
        if (occasion.window().isPresent()) {
            var window = occasion.window().get();
            return "&time_after=%d&time_before=%d"
                    .formatted(
                            window.startInstant().getEpochSecond(),
                            window.endInstant().getEpochSecond());
        }
        return bookmark.reached(Bookmark.AUDIT_EVENTS)
                .map(reached -> "&time_after=" + reached.minus(OVERLAP).getEpochSecond())
                .orElse("");
    }

    private static Activity event(String path, JsonValue item, List<Reject> rejects) {
        var members = new Members(path, item, rejects);
        return new Activity(
                Activity.Kind.AUDIT_EVENT,
                Ids.id(item, "audit_log_id"),
                item.epochSeconds("created_at"),
                Optional.empty(),
                members.id("user_id").or(() -> members.id("service_user_id")),
                members.id("org_id"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of("action", List.of(item.text("action"))));
    }

    private void handOver(List<Activity> found, List<Reject> rejects) {
        if (!found.isEmpty() || !rejects.isEmpty()) {
            sink.accept(Batch.EMPTY.withActivities(found).withRejects(Rejects.few(rejects)));
        }
        found.clear();
        rejects.clear();
    }
}

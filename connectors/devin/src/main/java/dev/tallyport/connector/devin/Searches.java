package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Searches. The vendor does not document what one looks like and names no windows, so that ids and
/// times are looked for under several names, and the whole list is read once a day.
record Searches(Lists lists, Occasion occasion, Sink sink) {

    static final String PART = "searches";
    static final String PATH = "/v3/enterprise/searches";

    /// Searches beyond which a batch is handed over.
    private static final int BATCH = 1_000;

    void read() {
        var found = new ArrayList<Activity>();
        var rejects = new ArrayList<Reject>();
        if (occasion.isThorough()) {
            lists.all(PATH + "?first=200", (path, item) -> add(path, item, found, rejects));
        } else {
            lists.first(PATH + "?first=200", (path, item) -> add(path, item, found, rejects));
        }
        handOver(found, rejects);
    }

    private void add(String path, JsonValue item, List<Activity> found, List<Reject> rejects) {
        var ignored = new ArrayList<Reject>();
        var members = new Members(path, item, ignored);
        // A session may have searched more than once, so that its id is not that of a search.
        var id = first(members::id, "search_id", "id");
        Optional<Instant> start =
                Stream.of("created_at", "timestamp", "time")
                        .flatMap(name -> members.epochSeconds(name).stream())
                        .findFirst();
        if (id.isEmpty() || start.isEmpty()) {
            rejects.add(
                    new Reject(
                            path,
                            item.path(),
                            "expected a search with an id and the time it was made at, found"
                                    + " something else"));
        } else {
            found.add(
                    new Activity(
                            Activity.Kind.SEARCH,
                            id.get(),
                            start.get(),
                            Optional.empty(),
                            first(members::id, "user_id", "service_user_id"),
                            members.id("org_id"),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(),
                            Map.of()));
        }
        if (found.size() + rejects.size() >= BATCH) {
            handOver(found, rejects);
        }
    }

    private interface Member {
        Optional<String> named(String name);
    }

    private static Optional<String> first(Member member, String... names) {
        return Stream.of(names).flatMap(name -> member.named(name).stream()).findFirst();
    }

    private void handOver(List<Activity> found, List<Reject> rejects) {
        if (!found.isEmpty() || !rejects.isEmpty()) {
            sink.accept(Batch.EMPTY.withActivities(found).withRejects(Rejects.few(rejects)));
        }
        found.clear();
        rejects.clear();
    }
}

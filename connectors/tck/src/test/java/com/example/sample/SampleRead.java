package com.example.sample;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.Pages;
import dev.tallyport.connector.http.Uris;
import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One read of one account.
final class SampleRead {

    /// Sample keeps usage for so long.
    private static final int HISTORY_DAYS = 400;

    /// Sample answers no more days at once.
    private static final int DAYS_AT_ONCE = 31;

    private static final int FACTS_AT_ONCE = 1_000;

    private final VendorApi api;
    private final ReadRequest request;
    private final Sink sink;
    private final LocalDate today;
    private final List<UsageFact> facts = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    SampleRead(VendorApi api, ReadRequest request, Sink sink) {
        this.api = api;
        this.request = request;
        this.sink = sink;
        this.today = dayOf(request.now());
    }

    void read() {
        sink.accept(Batch.ofDirectory(people(), List.of()).withRejects(taken(rejects)));
        request.window().ifPresentOrElse(this::readWindow, this::readWhatIsDue);
    }

    private List<DirectoryEntry> people() {
        var path = "/v1/people";
        var people = new ArrayList<DirectoryEntry>();
        try {
            for (var person : JsonValue.root(api.get(path)).array("people")) {
                try {
                    people.add(
                            DirectoryEntry.Person.named(
                                    person.text("id"),
                                    person.optionalText("name"),
                                    person.optionalText("email")));
                } catch (MalformedMember malformed) {
                    rejects.add(malformed.toReject(path));
                }
            }
        } catch (MalformedMember malformed) {
            throw malformed.toFailure(path);
        }
        return people;
    }

    private void readWindow(Interval window) {
        readDays(firstDayFrom(window.start()), firstDayFrom(window.end()), Optional.empty());
    }

    /// From the first day that may still change, or was never read, to today.
    private void readWhatIsDue() {
        readDays(firstDue(), today.plusDays(1), Optional.of(dayOf(lastSettled())));
    }

    private Instant lastSettled() {
        return request.now().minus(SampleConnector.SETTLES_AFTER);
    }

    private LocalDate firstDue() {
        var earliest = today.minusDays(HISTORY_DAYS);
        return request.checkpoint()
                .flatMap(SampleRead::dayIn)
                .filter(day -> !day.isAfter(today) && day.isAfter(earliest))
                .orElse(earliest);
    }

    private static Optional<LocalDate> dayIn(Checkpoint checkpoint) {
        try {
            return Optional.of(LocalDate.parse(checkpoint.value()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// @param unsettled the first day to be read again in any case; empty to remember nothing
    private void readDays(LocalDate first, LocalDate end, Optional<LocalDate> unsettled) {
        var due = unsettled;
        for (var start = first; start.isBefore(end); start = start.plusDays(DAYS_AT_ONCE)) {
            var stop = earlier(start.plusDays(DAYS_AT_ONCE), end);
            var part = start;
            boolean understood = readPages(start, stop);
            if (!understood) {
                due = due.map(day -> earlier(day, part));
            }
            var rest = Batch.ofFacts(taken(facts), List.of()).withRejects(taken(rejects));
            var batch = understood ? whole(rest, start, stop) : rest;
            sink.accept(
                    due.map(day -> new Checkpoint(earlier(day, stop).toString()))
                            .map(batch::withCheckpoint)
                            .orElse(batch));
        }
    }

    /// Says that nothing but what was handed over is true of these days, and that those of them
    /// that have ended are complete.
    private Batch whole(Batch batch, LocalDate start, LocalDate stop) {
        var coverage =
                List.of(
                        new Coverage("usage", startOf(start), startOf(stop), Map.of()),
                        new Coverage("total", startOf(start), startOf(stop), Map.of()));
        var ended = earlier(stop, today);
        var completed =
                start.isBefore(ended)
                        ? List.of(new Completion("usage", startOf(start), startOf(ended)))
                        : List.<Completion>of();
        return batch.withFacts(batch.facts(), coverage).withCompleted(completed);
    }

    /// Hands over what the pages hold as they come, all but the last facts.
    ///
    /// @return whether every record was understood
    private boolean readPages(LocalDate start, LocalDate stop) {
        var understood = new boolean[] {true};
        var from = "/v1/usage?from=" + start + "&to=" + stop;
        Pages.byCursor(
                api::get,
                cursor -> from + cursor.map(at -> "&cursor=" + Uris.queryValue(at)).orElse(""),
                SampleRead::page,
                (path, record) -> {
                    try {
                        facts.add(fact(record));
                    } catch (MalformedMember malformed) {
                        rejects.add(malformed.toReject(path));
                        understood[0] = false;
                    }
                    if (facts.size() + rejects.size() == FACTS_AT_ONCE) {
                        sink.accept(Batch.continued(taken(facts)).withRejects(taken(rejects)));
                    }
                });
        return understood[0];
    }

    private static Pages.Page page(JsonValue answer) {
        var items = new ArrayList<>(answer.array("records"));
        items.addAll(answer.array("totals"));
        return new Pages.Page(items, answer.optionalText("next"));
    }

    /// A record of usage has an id; a total has none.
    UsageFact fact(JsonValue record) {
        var day = record.date("day");
        if (record.path().startsWith("$.totals")) {
            return new UsageFact(
                    "total",
                    day.toString(),
                    startOf(day),
                    startOf(day.plusDays(1)),
                    Map.of(),
                    record.number("tokens"));
        }
        return new UsageFact(
                "usage",
                record.text("id"),
                startOf(day),
                startOf(day.plusDays(1)),
                Map.of(
                        Dimension.USER, record.text("user"),
                        Dimension.MODEL, record.text("model")),
                record.number("tokens"));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(SampleConnector.DAY_ZONE);
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, SampleConnector.DAY_ZONE);
    }

    private static LocalDate firstDayFrom(Instant instant) {
        var day = dayOf(instant);
        return startOf(day).equals(instant) ? day : day.plusDays(1);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static <T> List<T> taken(List<T> items) {
        var taken = List.copyOf(items);
        items.clear();
        return taken;
    }
}

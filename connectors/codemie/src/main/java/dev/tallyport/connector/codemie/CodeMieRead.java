package dev.tallyport.connector.codemie;

import dev.tallyport.connector.http.Concurrently;
import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Observation;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// One read, day by day, newest first: the days that may still change, always; of those before, the
/// ones that were not read whole since they may not. A first read goes back as far as it is told,
/// and one that was stopped goes on where days are still stale.
final class CodeMieRead {

    /// How late CodeMie's logs may arrive.
    static final Duration SETTLE_HORIZON = Duration.ofDays(2);

    private static final int DAYS_MORE = 3;
    private static final int MOST_FAILED_DAYS = 3;

    /// Before there was any CodeMie.
    private static final Instant EVER = Instant.parse("2020-01-01T00:00:00Z");

    private final CodeMieApi api;
    private final int concurrency;
    private final Duration history;
    private final ReadRequest request;
    private final Sink sink;
    private final Directory directory;
    private final LocalDate lastDay;
    private final List<Note> notes = new ArrayList<>();
    private final List<ConnectorException> failures = new ArrayList<>();
    private final Set<String> recentUsers = new TreeSet<>();
    private final SortedSet<LocalDate> unpricedDays = new TreeSet<>();

    CodeMieRead(CodeMieApi api, int concurrency, Duration history, ReadRequest request, Sink sink) {
        this.api = api;
        this.concurrency = concurrency;
        this.history = history;
        this.request = request;
        this.sink = sink;
        this.directory = new Directory(api, concurrency, request.known());
        this.lastDay = Stretch.lastDay(request.now());
    }

    void read() {
        api.narrowness()
                .ifPresent(reason -> {
                    throw Rights.tooFew(reason);
                });
        readAccounts();
        var days = request.window().map(this::daysOf).orElseGet(this::dueDays);
        long done = 0;
        for (var day : days) {
            sink.progress(done++, days.size());
            readDay(day);
        }
        sink.progress(days.size(), days.size());
        if (request.window().isEmpty()) {
            readAssets();
            readBudgets();
        }
        noteUnpriced();
        sink.accept(Batch.EMPTY.withNotes(notes));
        throwFailures();
    }

    private void readAccounts() {
        var rejects = new ArrayList<Reject>();
        switch (api.users(Optional.empty())) {
            case Reading.Understood(var listed) -> directory.addAll(listed);
            case Reading.NotUnderstood(var reject) -> rejects.add(reject);
        }
        sink.accept(Batch.ofDirectory(directory.news(), List.of()).withRejects(rejects));
    }

    private List<LocalDate> daysOf(Interval window) {
        var first = LocalDate.ofInstant(window.start(), ZoneOffset.UTC);
        var last = LocalDate.ofInstant(window.end().minusNanos(1), ZoneOffset.UTC);
        return newestFirst(first, last.isAfter(lastDay) ? lastDay : last);
    }

    private List<LocalDate> dueDays() {
        var unsettled = lastDay.minusDays(SETTLE_HORIZON.toDays() + DAYS_MORE);
        var first = lastDay.minusDays(history.toDays());
        var days = new ArrayList<>(newestFirst(unsettled, lastDay));
        if (first.isBefore(unsettled)) {
            var stale =
                    sink.stale(
                            CodeMieCuts.COST.id(),
                            Stretch.startOf(first),
                            Stretch.startOf(unsettled));
            days.addAll(List.copyOf(stale).reversed());
        }
        return days;
    }

    private static List<LocalDate> newestFirst(LocalDate first, LocalDate last) {
        return first.isAfter(last)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).toList().reversed();
    }

    /// A day that cannot be read keeps what is known of it, and the others are read nevertheless.
    private void readDay(LocalDate day) {
        var pass = new DayPass(api, concurrency, day, request.now(), directory);
        try {
            pass.read(sink);
        } catch (ConnectorException failure) {
            switch (failure.kind()) {
                case MISCONFIGURED, UNAUTHORIZED, RATE_LIMITED -> throw failure;
                case UNAVAILABLE, MALFORMED_RESPONSE -> failures.add(failure);
            }
            if (failures.size() > MOST_FAILED_DAYS) {
                throw failure;
            }
        }
        if (!day.isBefore(lastDay.minusDays(1))) {
            recentUsers.addAll(pass.users());
        }
        if (pass.hasUnpriced()) {
            unpricedDays.add(day);
        }
    }

    private void readAssets() {
        var ever = Stretch.since(EVER, request.now());
        var activities = new ArrayList<Activity>();
        var rejects = new ArrayList<Reject>();
        try {
            take(
                    Reading.of(() ->
                            Assets.assistants(api.whole(DayPass.CHATS, ever).orThrow(), EVER)),
                    activities,
                    rejects);
            take(
                    Reading.of(() ->
                            Assets.workflows(api.whole(DayPass.WORKFLOWS, ever).orThrow(), EVER)),
                    activities,
                    rejects);
        } catch (ConnectorException failure) {
            note("activities", "assistants and workflows over all time were not read", failure);
        }
        sink.accept(Batch.EMPTY.withActivities(activities).withRejects(rejects));
    }

    /// Of those who used something lately: the vendor is asked for each of them.
    private void readBudgets() {
        var today = Stretch.of(lastDay, request.now());
        var observations = new ArrayList<Observation>();
        var rejects = new ArrayList<Reject>();
        var accounts = recentUsers.stream().filter(Names::isAccount).toList();
        try {
            for (var reading :
                    Concurrently.map(
                            concurrency,
                            accounts,
                            user ->
                                    Reading.of(() ->
                                            api.budgets(user)
                                                    .map(table ->
                                                            Budgets.of(
                                                                    table.orThrow(), user, today))
                                                    .orElse(List.of())))) {
                take(reading, observations, rejects);
            }
        } catch (ConnectorException failure) {
            note("budgets", "budgets were not read", failure);
        }
        sink.accept(Batch.EMPTY.withObservations(observations).withRejects(rejects));
    }

    private static <T> void take(
            Reading<List<T>> reading, List<T> understood, List<Reject> rejects) {
        switch (reading) {
            case Reading.Understood(var more) -> understood.addAll(more);
            case Reading.NotUnderstood(var reject) -> rejects.add(reject);
        }
    }

    /// What is missing beside usage ends no read, unless nothing could be read.
    private void note(String part, String what, ConnectorException failure) {
        switch (failure.kind()) {
            case RATE_LIMITED -> throw failure;
            case MISCONFIGURED, UNAUTHORIZED, UNAVAILABLE, MALFORMED_RESPONSE ->
                    notes.add(new Note(part, what + ": " + failure.getMessage()));
        }
    }

    private void noteUnpriced() {
        if (!unpricedDays.isEmpty()) {
            notes.add(
                    new Note(
                            "cost",
                            "CodeMie states no cost for some usage of %d days, the last of them %s;"
                                            .formatted(unpricedDays.size(), unpricedDays.last())
                                    + " it counts as unknown: give its models a price in CodeMie"));
        }
    }

    private void throwFailures() {
        if (!failures.isEmpty()) {
            var first = failures.getFirst();
            throw new ConnectorException(
                    first.kind(),
                    "everything was read but %d days, the first of them: %s"
                            .formatted(failures.size(), first.getMessage()),
                    first);
        }
    }
}

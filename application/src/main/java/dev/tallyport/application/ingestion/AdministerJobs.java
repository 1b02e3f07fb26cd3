package dev.tallyport.application.ingestion;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.ingestion.Jobs.Job;
import dev.tallyport.application.ingestion.Jobs.Kind;
import dev.tallyport.application.ingestion.Jobs.Part;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.DeclaredSources;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Has windows of the past read, or earlier reads repeated.
@ApplicationScoped
public class AdministerJobs {

    /// How many days at most one part of a backfill reads.
    public static final int MOST_DAYS_AT_ONCE = 366;

    private static final int MOST_PARTS = 2_000;
    private static final int MOST_REPEATED = 10_000;
    private static final int MOST_OPEN = 10;
    private static final int MOST_LISTED = 100;

    private final DeclaredSources declaredSources;
    private final Sources sources;
    private final Connectors connectors;
    private final Reads reads;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;

    AdministerJobs(
            DeclaredSources declaredSources,
            Sources sources,
            Connectors connectors,
            Reads reads,
            Jobs jobs,
            AuditTrail audit,
            InstantSource clock) {
        this.declaredSources = declaredSources;
        this.sources = sources;
        this.connectors = connectors;
        this.reads = reads;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// The last requested first.
    public Outcome<List<Job>> all(Viewer viewer, SourceName name) {
        return seen(viewer, name, source -> Outcome.done(jobs.latest(source, MOST_LISTED)));
    }

    public Outcome<Job> one(Viewer viewer, SourceName name, long job) {
        return seen(viewer, name, source -> find(source, job));
    }

    /// Reads days of the past from the vendor, the newest first.
    ///
    /// @param days the vendor's
    /// @param atOnce how many days a part reads
    @Transactional
    public Outcome<Job> backfill(Viewer viewer, SourceName name, DateRange days, int atOnce) {
        return declared(
                viewer,
                name,
                declared -> {
                    var descriptor =
                            connectors.find(declared.connector()).orElseThrow().descriptor();
                    if (!descriptor.capabilities().contains(Capability.BACKFILL)) {
                        return new Outcome.Conflict<>(
                                "The connector '%s' reads no chosen window"
                                        .formatted(declared.connector()));
                    }
                    var calendar = BillingCalendar.of(descriptor.dayZone(), List.of());
                    var tomorrow = calendar.dayOf(clock.instant()).plusDays(1);
                    if (days.end().isAfter(tomorrow)) {
                        return new Outcome.Invalid<>(
                                "to", "a day up to " + tomorrow, days.end().toString());
                    }
                    var most = days.end().minusDays((long) MOST_PARTS * atOnce);
                    return days.start().isBefore(most)
                            ? new Outcome.Invalid<>(
                                    "from",
                                    "at most %d parts of %d days".formatted(MOST_PARTS, atOnce),
                                    days.start().toString())
                            : add(
                                    viewer,
                                    declared,
                                    Kind.BACKFILL,
                                    interval(days, calendar),
                                    windows(days, atOnce, calendar),
                                    Action.BACKFILL_STARTED);
                });
    }

    private static List<Part> windows(DateRange days, int atOnce, BillingCalendar calendar) {
        var windows = new ArrayList<Part>();
        for (LocalDate end = days.end(); end.isAfter(days.start()); ) {
            var earlier = end.minusDays(atOnce);
            var start = earlier.isBefore(days.start()) ? days.start() : earlier;
            windows.add(new Part.Window(interval(DateRange.of(start, end), calendar)));
            end = start;
        }
        return windows;
    }

    private static Interval interval(DateRange days, BillingCalendar calendar) {
        return new Interval(calendar.startOf(days.start()), calendar.startOf(days.end()));
    }

    /// Repeats the reads that began since then with what the vendor answered, the oldest first.
    @Transactional
    public Outcome<Job> replay(Viewer viewer, SourceName name, Instant since) {
        return declared(
                viewer,
                name,
                declared -> {
                    var source = sources.register(declared.name(), declared.connector());
                    var earlier = reads.repeatable(source, since, MOST_REPEATED + 1);
                    if (earlier.size() > MOST_REPEATED) {
                        return new Outcome.Invalid<>(
                                "since",
                                "an instant with at most %d reads since".formatted(MOST_REPEATED),
                                since + ", with more");
                    }
                    if (earlier.isEmpty()) {
                        return new Outcome.Conflict<>(
                                "No answers of the vendor since %s are kept; read the days from"
                                                .formatted(since)
                                        + " the vendor with a backfill");
                    }
                    return add(
                            viewer,
                            declared,
                            Kind.REPLAY,
                            new Interval(earlier.getFirst().inputs().startedAt(), clock.instant()),
                            earlier.stream().<Part>map(one -> new Part.Repeat(one.id())).toList(),
                            Action.REPLAY_STARTED);
                });
    }

    private Outcome<Job> add(
            Viewer viewer,
            DeclaredSource declared,
            Kind kind,
            Interval over,
            List<Part> parts,
            Action action) {
        var source = sources.register(declared.name(), declared.connector());
        long open =
                jobs.latest(source, MOST_LISTED).stream()
                        .filter(job -> job.state() == Jobs.State.OPEN)
                        .count();
        if (open >= MOST_OPEN) {
            return new Outcome.Conflict<>(
                    "%d jobs of this source are under way; cancel one or wait".formatted(open));
        }
        var by = Actor.of(viewer);
        long job = jobs.add(source, kind, over, by.name(), clock.instant(), parts);
        audit.record(
                Draft.of(
                        by,
                        action,
                        "source:" + declared.name(),
                        Map.of(
                                "job", Long.toString(job),
                                "from", over.start().toString(),
                                "to", over.end().toString())));
        return find(source, job);
    }

    /// What was read before stays.
    @Transactional
    public Outcome<Job> cancel(Viewer viewer, SourceName name, long job) {
        if (!viewer.may(Permission.MANAGE_SOURCES)) {
            return new Outcome.Forbidden<>();
        }
        return seen(
                viewer,
                name,
                source -> {
                    if (jobs.find(source, job)
                            .filter(one -> one.kind() == Kind.REPLAY)
                            .isPresent()) {
                        return new Outcome.Conflict<>(
                                "A replay goes on to its end: ended before, figures would stay those"
                                        + " of earlier reads");
                    }
                    if (jobs.cancel(source, job, clock.instant())) {
                        audit.record(
                                Draft.of(
                                        Actor.of(viewer),
                                        Action.JOB_CANCELLED,
                                        "source:" + name,
                                        Map.of("job", Long.toString(job))));
                    }
                    return find(source, job);
                });
    }

    private Outcome<Job> find(SourceId source, long job) {
        return jobs.find(source, job)
                .map(Outcome::done)
                .orElseGet(() -> new Outcome.Unknown<>("job " + job));
    }

    private <T> Outcome<T> seen(
            Viewer viewer, SourceName name, Function<SourceId, Outcome<T>> then) {
        if (!(viewer.visibility(Subject.SOURCES) instanceof Visibility.Everything)) {
            return new Outcome.Forbidden<>();
        }
        return sources.find(name)
                .map(state -> then.apply(state.id()))
                .orElseGet(() -> new Outcome.Unknown<>("source '" + name + "'"));
    }

    private Outcome<Job> declared(
            Viewer viewer, SourceName name, Function<DeclaredSource, Outcome<Job>> then) {
        if (!viewer.may(Permission.MANAGE_SOURCES)) {
            return new Outcome.Forbidden<>();
        }
        return declaredSources.all().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .map(then)
                .orElseGet(() -> notDeclared(name));
    }

    private Outcome<Job> notDeclared(SourceName name) {
        return sources.find(name).isPresent()
                ? new Outcome.Conflict<>(
                        "Source '%s' is not read now: it is paused, or declared no longer"
                                .formatted(name))
                : new Outcome.Unknown<>("source '" + name + "'");
    }
}

package dev.tallyport.simulator.devin;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes up the sessions, and the searches between them, behind the `devin` usage of an enterprise.
/// What the sessions of one user in one organization consumed on a day is exactly that usage; some
/// sessions go on on their owner's next day of work.
final class SessionGenerator {

    private static final List<String> REPOSITORIES =
            List.of(
                    ("payments-api platform-tools mobile-app data-pipelines design-system"
                                    + " billing-reports support-desk")
                            .split(" ", -1));
    private static final List<String> TASKS =
            List.of(
                    "Fix the flaky checkout test",
                    "Upgrade the logging library",
                    "Add pagination to the orders list",
                    "Explain the nightly batch",
                    "Move the report to the new schema",
                    "Write unit tests for the tax rules",
                    "Review the rate limiter",
                    "Document the deployment");
    private static final List<String> TAGS = List.of("backlog", "hotfix", "on-call", "spike");
    private static final List<String> CATEGORIES =
            List.of(
                    "bug_fixing",
                    "ci_cd_and_devops",
                    "code_quality_and_security",
                    "code_review_and_analysis",
                    "data_and_automation",
                    "documentation_and_content",
                    "feature_development",
                    "migrations_and_upgrades",
                    "other",
                    "refactoring_and_optimization",
                    "research_and_exploration",
                    "unit_test_generation");
    private static final List<String> ORIGINS =
            List.of(
                    "webapp", "webapp", "webapp", "slack", "slack", "teams", "api", "linear",
                    "jira", "cli", "desktop", "other");
    private static final List<String> ORIGINS_OF_PROGRAMS = List.of("api", "automation");
    private static final List<String> REASONS_TO_SUSPEND =
            List.of(
                    "inactivity",
                    "inactivity",
                    "inactivity",
                    "user_request",
                    "usage_limit_exceeded",
                    "out_of_credits",
                    "out_of_quota",
                    "no_quota_allocation",
                    "payment_declined",
                    "org_usage_limit_exceeded",
                    "total_session_limit_exceeded",
                    "error");
    private static final List<String> WAYS_TO_RUN =
            List.of("working", "waiting_for_user", "waiting_for_approval", "finished");
    private static final List<String> WAYS_TO_WAIT = List.of("new", "claimed", "resuming");

    private final long seed;
    private final Instant asOf;
    private final LocalDate today;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Search> searches = new ArrayList<>();

    /// Whose work it is.
    private record Desk(String user, String organization) {}

    /// A session that may still go on.
    private record Draft(
            String id,
            Instant created,
            @Nullable String parent,
            List<String> children,
            NavigableMap<LocalDate, BigDecimal> acus,
            Random random) {}

    SessionGenerator(long seed, Instant asOf) {
        this.seed = seed;
        this.asOf = asOf;
        this.today = Days.dayOf(asOf);
    }

    /// Makes up what is behind this usage.
    SessionBook book(Map<UsageKey, BigDecimal> truth) {
        var work =
                new TreeMap<Desk, NavigableMap<LocalDate, BigDecimal>>(
                        Comparator.comparing(Desk::user).thenComparing(Desk::organization));
        truth.forEach((key, quantity) -> {
            var user = key.user();
            var organization = key.organization();
            if (key.product().equals("devin") && user != null && organization != null) {
                work.computeIfAbsent(new Desk(user, organization), _ -> new TreeMap<>())
                        .put(key.day(), quantity);
            }
        });
        work.forEach(this::addDesk);
        return new SessionBook(sessions, searches);
    }

    private void addDesk(Desk desk, NavigableMap<LocalDate, BigDecimal> days) {
        @Nullable Draft carried = null;
        for (var day : days.entrySet()) {
            var random = random(desk, day.getKey());
            var active = new ArrayList<Draft>();
            if (carried != null) {
                active.add(carried);
            }
            var hundredths = day.getValue().movePointRight(2).intValueExact();
            var fresh = 1 + random.nextInt(1 + Math.min(3, hundredths / 200));
            for (int index = 0; index < fresh; index++) {
                active.add(begin(day.getKey(), random, active));
            }
            divide(hundredths, day.getKey(), active, random);
            carried = random.nextInt(10) == 0 ? active.removeLast() : null;
            active.forEach(draft -> sessions.add(finish(desk, draft)));
            addSearches(desk, day.getKey(), random);
        }
        if (carried != null) {
            sessions.add(finish(desk, carried));
        }
    }

    private Draft begin(LocalDate day, Random random, List<Draft> active) {
        var parent = active.isEmpty() || random.nextInt(8) > 0 ? null : active.getLast();
        var id = "devin-" + hex(random);
        if (parent != null) {
            parent.children().add(id);
        }
        return new Draft(
                id,
                during(day, random),
                parent == null ? null : parent.id(),
                new ArrayList<>(),
                new TreeMap<>(),
                new Random(random.nextLong()));
    }

    private static void divide(int hundredths, LocalDate day, List<Draft> active, Random random) {
        int rest = hundredths;
        for (var draft : active.subList(0, active.size() - 1)) {
            int share = rest * (20 + random.nextInt(60)) / 100;
            draft.acus().put(day, BigDecimal.valueOf(share, 2));
            rest -= share;
        }
        active.getLast().acus().put(day, BigDecimal.valueOf(rest, 2));
    }

    private Session finish(Desk desk, Draft draft) {
        var random = draft.random();
        var updated = updated(draft);
        var isOfProgram = desk.user().startsWith("service-user-");
        var repository = REPOSITORIES.get(random.nextInt(REPOSITORIES.size()));
        var labels = labels(random, isOfProgram, repository);
        var session =
                new Session(
                        draft.id(),
                        desk.organization(),
                        desk.user(),
                        draft.created(),
                        updated,
                        "exit",
                        null,
                        draft.acus(),
                        labels,
                        draft.parent(),
                        draft.children(),
                        pullRequests(random, repository),
                        isOfProgram ? 1 : 1 + random.nextInt(12),
                        2 + random.nextInt(40));
        int fate = random.nextInt(100);
        if (Days.dayOf(updated).isBefore(today)) {
            return atRest(session, fate, random);
        }
        return underWay(session, fate, random);
    }

    private static Session atRest(Session session, int fate, Random random) {
        if (fate < 65) {
            return session;
        }
        return fate < 92
                ? session.withStatus(
                        "suspended", pick(REASONS_TO_SUSPEND, random), session.updated())
                : session.withStatus("error", null, session.updated());
    }

    private static Session underWay(Session session, int fate, Random random) {
        if (fate < 30) {
            return session.withStatus("running", pick(WAYS_TO_RUN, random), session.updated());
        }
        return fate < 45
                ? session.withStatus(pick(WAYS_TO_WAIT, random), null, session.updated())
                : atRest(session, fate, random);
    }

    private static Session.Labels labels(Random random, boolean isOfProgram, String repository) {
        var category = random.nextInt(12) == 0 ? null : pick(CATEGORIES, random);
        return new Session.Labels(
                random.nextInt(20) == 0 ? null : pick(TASKS, random) + " in " + repository,
                random.nextInt(3) == 0 ? List.of(pick(TAGS, random)) : List.of(),
                random.nextInt(25) == 0
                        ? null
                        : pick(isOfProgram ? ORIGINS_OF_PROGRAMS : ORIGINS, random),
                category,
                category == null || random.nextBoolean() ? null : category + "_of_" + repository,
                random.nextInt(7) == 0 ? "playbook-" + random.nextInt(5) : null,
                random.nextInt(20) == 0,
                random.nextInt(10) == 0,
                random.nextInt(20) == 0 ? Map.of("outcome", "done") : null);
    }

    private static List<PullRequest> pullRequests(Random random, String repository) {
        var found = new ArrayList<PullRequest>();
        int count = Math.max(0, random.nextInt(6) - 3);
        for (int index = 0; index < count; index++) {
            int fate = random.nextInt(100);
            var url =
                    "https://github.com/acme/" + repository + "/pull/" + (1 + random.nextInt(9999));
            found.add(
                    new PullRequest(
                            url,
                            fate < 60
                                    ? "merged"
                                    : fate < 80 ? "open" : fate < 95 ? "closed" : null));
        }
        return found;
    }

    private void addSearches(Desk desk, LocalDate day, Random random) {
        int count = Math.max(0, random.nextInt(6) - 3);
        for (int index = 0; index < count; index++) {
            searches.add(
                    new Search(
                            "search-" + hex(random),
                            desk.organization(),
                            desk.user(),
                            during(day, random)));
        }
    }

    /// Within the day's first hours, and not after now.
    private Instant during(LocalDate day, Random random) {
        return notAfterNow(Days.startOf(day).plusSeconds(random.nextInt(9 * 3600)));
    }

    private Instant updated(Draft draft) {
        var last = draft.acus().lastKey();
        var wait = Duration.ofMinutes(5L + draft.random().nextInt(200));
        var begun = Days.dayOf(draft.created()).equals(last) ? draft.created() : Days.startOf(last);
        return notAfterNow(begun.plus(wait));
    }

    private Instant notAfterNow(Instant instant) {
        return instant.isAfter(asOf) ? asOf : instant;
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String hex(Random random) {
        var buffer = new byte[16];
        random.nextBytes(buffer);
        return HexFormat.of().formatHex(buffer);
    }

    private Random random(Desk desk, LocalDate day) {
        long mixed = seed * 1_000_003 + desk.user().hashCode();
        mixed = mixed * 1_000_003 + desk.organization().hashCode();
        return new Random(mixed * 1_000_003 + day.toEpochDay() * 0x9E3779B97F4A7C15L);
    }
}

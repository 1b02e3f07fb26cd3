package dev.tallyport.simulator.devin;

import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Query;
import dev.tallyport.simulator.http.Refusal;
import dev.tallyport.simulator.http.Route;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Counts, all computed from the sessions and searches themselves. Sessions count when they were
/// created, and so do their pull requests.
final class MetricPaths {

    private static final String METRICS = "/v3/enterprise/metrics/";
    private static final List<String> COUNTED_ORIGINS =
            List.of("api", "jira", "linear", "slack", "teams", "webapp");
    private static final List<String> QUEUED = List.of("new", "resuming", "claimed");
    private static final int ELEVATED = 20;
    private static final int HIGH = 100;

    private final DevinEnterprise enterprise;
    private final Guard guard;

    MetricPaths(DevinEnterprise enterprise, Guard guard) {
        this.enterprise = enterprise;
        this.guard = guard;
    }

    List<Route> routes() {
        return List.of(
                route(METRICS + "usage", this::usage),
                route(METRICS + "sessions", this::sessions),
                route(METRICS + "sessions-by-category", this::byCategory),
                route(METRICS + "prs", this::pullRequests),
                route(METRICS + "searches", this::searches),
                route(METRICS + "active-users", this::activeUsers),
                route(METRICS + "dau", query -> activeUsers(query, day -> day, 1)),
                route(METRICS + "wau", query -> activeUsers(query, MetricPaths::monday, 7)),
                route(METRICS + "mau", query -> activeUsers(query, MetricPaths::firstOfMonth, 31)),
                route("/v3/enterprise/queue", _ -> queue()));
    }

    private Route route(String template, Function<Query, Json> answer) {
        return guard.route(
                template, Permission.VIEW_ACCOUNT_METRICS, (_, query) -> answer.apply(query));
    }

    private record Window(Instant start, Instant end) {

        boolean contains(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end);
        }
    }

    private static Window window(Query query) {
        for (var name : List.of("time_after", "time_before")) {
            if (query.text(name).isEmpty()) {
                throw Refusal.invalid(name, "missing", "Field required", "", Map.of());
            }
        }
        return new Window(
                query.unixSeconds("time_after", Instant.EPOCH),
                query.unixSeconds("time_before", Instant.MAX));
    }

    private List<Session> sessionsIn(Window window, Query query) {
        return enterprise.sessions().stream()
                .filter(session -> window.contains(session.created()))
                .filter(oneOf(query.list("org_ids"), Session::organization))
                .filter(oneOf(query.list("user_ids"), Session::owner))
                .filter(oneOf(query.list("service_user_ids"), Session::owner))
                .toList();
    }

    private List<Search> searchesIn(Window window, Query query) {
        return enterprise.searches().stream()
                .filter(search -> window.contains(search.created()))
                .filter(oneOf(query.list("org_ids"), Search::organization))
                .toList();
    }

    private static <T> Predicate<T> oneOf(List<String> wanted, Function<T, String> value) {
        return item -> wanted.isEmpty() || wanted.contains(value.apply(item));
    }

    private Json usage(Query query) {
        var cycle = enterprise.currentCycle();
        var window =
                new Window(
                        query.unixSeconds("time_after", cycle.start()),
                        query.unixSeconds("time_before", cycle.end()));
        var sessions = sessionsIn(window, query);
        return Json.object(
                "sessions_count", sessions.size(),
                "searches_count", searchesIn(window, query).size(),
                "prs_created_count", count(sessions, _ -> true),
                "prs_merged_count", count(sessions, isIn("merged")));
    }

    private Json pullRequests(Query query) {
        var sessions = sessionsIn(window(query), query);
        return Json.object(
                "prs_created_count", count(sessions, _ -> true),
                "prs_opened_count", count(sessions, isIn("open")),
                "prs_closed_count", count(sessions, isIn("closed")),
                "prs_merged_count", count(sessions, isIn("merged")));
    }

    private static Predicate<PullRequest> isIn(String state) {
        return each -> state.equals(each.state());
    }

    private static long count(List<Session> sessions, Predicate<PullRequest> which) {
        return sessions.stream()
                .flatMap(each -> each.pullRequests().stream())
                .filter(which)
                .count();
    }

    private Json searches(Query query) {
        return Json.object("searches_created_count", searchesIn(window(query), query).size());
    }

    private Json sessions(Query query) {
        var sessions = sessionsIn(window(query), query);
        var merged = sessions.stream().filter(MetricPaths::isMerged).toList();
        return Json.object(
                "sessions_created_count",
                sessions.size(),
                "sessions_created_with_playbook_count",
                sessions.stream().filter(each -> each.labels().playbook() != null).count(),
                "sessions_created_with_search_count",
                sessions.stream().filter(each -> each.labels().isFromSearch()).count(),
                "sessions_with_merged_prs_count",
                merged.size(),
                "avg_acus_per_session",
                average(sessions),
                "sessions_created_by_origin",
                countedBy(
                        sessions.stream()
                                .map(each -> String.valueOf(each.labels().origin()))
                                .filter(COUNTED_ORIGINS::contains)),
                "sessions_created_by_size",
                countedBy(sessions.stream().map(Session::size)),
                "sessions_with_merged_prs_by_size",
                countedBy(merged.stream().map(Session::size)));
    }

    private static boolean isMerged(Session session) {
        return session.pullRequests().stream().anyMatch(isIn("merged"));
    }

    private static BigDecimal total(List<Session> sessions) {
        return sessions.stream().map(Session::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal average(List<Session> sessions) {
        return sessions.isEmpty()
                ? BigDecimal.ZERO
                : total(sessions)
                        .divide(BigDecimal.valueOf(sessions.size()), 6, RoundingMode.HALF_EVEN);
    }

    private static Map<String, Long> countedBy(Stream<String> values) {
        return values.collect(
                Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    }

    private Json byCategory(Query query) {
        var categories = new TreeMap<String, TreeMap<String, List<Session>>>();
        for (var session : sessionsIn(window(query), query)) {
            var labels = session.labels();
            var category = labels.category() == null ? "other" : labels.category();
            var subcategory = labels.subcategory() == null ? "" : labels.subcategory();
            categories
                    .computeIfAbsent(category, _ -> new TreeMap<>())
                    .computeIfAbsent(subcategory, _ -> new ArrayList<>())
                    .add(session);
        }
        var items = new ArrayList<Json>();
        categories.forEach((category, subcategories) -> {
            var all = subcategories.values().stream().flatMap(List::stream).toList();
            items.add(
                    Json.object(
                            "category", category,
                            "sessions_count", all.size(),
                            "acus", total(all),
                            "subcategories", subcategories(subcategories)));
        });
        return Json.object("categories", items);
    }

    private static List<Json> subcategories(Map<String, List<Session>> subcategories) {
        var items = new ArrayList<Json>();
        subcategories.forEach((id, sessions) ->
                items.add(
                        Json.object(
                                "subcategory_id",
                                id.isEmpty() ? null : id,
                                "display_name",
                                id.isEmpty() ? "Other" : id.replace('_', ' '),
                                "sessions_count",
                                sessions.size(),
                                "acus",
                                total(sessions))));
        return items;
    }

    private Json activeUsers(Query query) {
        return active(window(query), query);
    }

    /// One figure for every period that overlaps the window, cut short at its ends.
    private Json activeUsers(Query query, UnaryOperator<LocalDate> start, int atMostDays) {
        var window = window(query);
        var periods = new ArrayList<Json>();
        var from = start.apply(LocalDate.ofInstant(window.start(), ZoneOffset.UTC));
        while (from.atStartOfDay().toInstant(ZoneOffset.UTC).isBefore(window.end())) {
            var until = start.apply(from.plusDays(atMostDays));
            periods.add(active(overlap(window, from, until), query));
            from = until;
        }
        return Json.of(periods);
    }

    private static Window overlap(Window window, LocalDate from, LocalDate until) {
        var start = from.atStartOfDay().toInstant(ZoneOffset.UTC);
        var end = until.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Window(
                start.isBefore(window.start()) ? window.start() : start,
                end.isAfter(window.end()) ? window.end() : end);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate firstOfMonth(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    /// People with at least so many sessions, or so many searches.
    private Json active(Window window, Query query) {
        int leastSessions = query.integer("min_sessions", 0, Integer.MAX_VALUE, 1);
        int leastSearches = query.integer("min_searches", 0, Integer.MAX_VALUE, 1);
        var sessions = new HashMap<String, Integer>();
        var searches = new HashMap<String, Integer>();
        sessionsIn(window, query).stream()
                .filter(each -> !each.isOfServiceUser())
                .forEach(each -> sessions.merge(each.owner(), 1, Integer::sum));
        searchesIn(window, query).stream()
                .filter(each -> !each.owner().startsWith("service-user-"))
                .forEach(each -> searches.merge(each.owner(), 1, Integer::sum));
        var active =
                enterprise.people().stream()
                        .filter(person ->
                                sessions.getOrDefault(person.id(), 0) >= leastSessions
                                        || searches.getOrDefault(person.id(), 0) >= leastSearches)
                        .count();
        return Json.object(
                "active_users", active,
                "start_time", window.start().getEpochSecond(),
                "end_time", window.end().getEpochSecond());
    }

    private Json queue() {
        var queued =
                enterprise.sessions().stream()
                        .filter(each -> QUEUED.contains(each.status()))
                        .count();
        return Json.object(
                "queue_size",
                queued,
                "status",
                queued < ELEVATED ? "normal" : queued < HIGH ? "elevated" : "high");
    }
}

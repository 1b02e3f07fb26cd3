package dev.tallyport.simulator.devin;

import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Query;
import dev.tallyport.simulator.http.Refusal;
import dev.tallyport.simulator.http.Route;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The paths below `/v3`: Unix seconds, lists, cursors. Those of consumption are here.
final class VersionThree {

    private static final String DAILY = "/v3/enterprise/consumption/daily";

    private final DevinEnterprise enterprise;
    private final Guard guard;
    private final Pages pages;

    VersionThree(DevinEnterprise enterprise, int pageSizeCap) {
        this.enterprise = enterprise;
        this.guard = new Guard(enterprise);
        this.pages = new Pages(pageSizeCap);
    }

    List<Route> routes() {
        return Stream.of(
                        consumption(),
                        new DirectoryPaths(enterprise, guard, pages).routes(),
                        new SessionPaths(enterprise, guard, pages).routes(),
                        new MetricPaths(enterprise, guard).routes(),
                        new LimitPaths(enterprise, guard, pages).routes())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> consumption() {
        return List.of(
                route("/v3/enterprise/consumption/cycles", (_, query) -> cycles(query)),
                route(DAILY, (_, query) -> consumption(null, null, query)),
                route(
                        DAILY + "/organizations/{}",
                        (ids, query) -> consumption(null, organization(ids.get(0)).id(), query)),
                route(
                        DAILY + "/users/{}",
                        (ids, query) -> consumption(person(ids.get(0)).id(), null, query)),
                route(
                        DAILY + "/service-users/{}",
                        (ids, query) -> consumption(serviceUser(ids.get(0)).id(), null, query)),
                route(
                        DAILY + "/sessions/{}",
                        (ids, query) -> consumption(session(ids.get(0)), query)),
                route(
                        "/v3/organizations/{}/consumption/daily",
                        (ids, query) -> consumption(null, organization(ids.get(0)).id(), query)),
                route(
                        "/v3/organizations/{}/consumption/daily/users/{}",
                        (ids, query) ->
                                consumption(
                                        person(ids.get(1)).id(),
                                        organization(ids.get(0)).id(),
                                        query)),
                route(
                        "/v3/organizations/{}/consumption/daily/service-users/{}",
                        (ids, query) ->
                                consumption(
                                        serviceUser(ids.get(1)).id(),
                                        organization(ids.get(0)).id(),
                                        query)));
    }

    private Route route(String template, Route.Endpoint endpoint) {
        return guard.route(template, Permission.VIEW_ACCOUNT_CONSUMPTION, endpoint);
    }

    private Json cycles(Query query) {
        return pages.page("cycles", enterprise.cycles(), VersionThree::json, query);
    }

    private Json consumption(@Nullable String user, @Nullable String organization, Query query) {
        return json(enterprise.series(new Scope(user, organization), window(query)));
    }

    private Json consumption(Session session, Query query) {
        var days = window(query);
        var series = new TreeMap<LocalDate, DayUsage>();
        session.acus()
                .forEach((day, acus) -> {
                    if (days.contains(day)) {
                        series.put(day, DayUsage.of("devin", acus));
                    }
                });
        return json(series);
    }

    private Days window(Query query) {
        var cycle = enterprise.currentCycle();
        return Days.startingWithin(
                query.unixSeconds("time_after", cycle.start()),
                query.unixSeconds("time_before", cycle.end()));
    }

    private Organization organization(String id) {
        return enterprise.organization(id).orElseThrow(() -> Refusal.notFound("Organization"));
    }

    private Person person(String id) {
        return enterprise.person(id).orElseThrow(() -> Refusal.notFound("User"));
    }

    private ServiceUser serviceUser(String id) {
        return enterprise.serviceUser(id).orElseThrow(() -> Refusal.notFound("Service user"));
    }

    private Session session(String id) {
        return enterprise
                .session(SessionPaths.prefixed(id))
                .orElseThrow(() -> Refusal.notFound("Session"));
    }

    private static Json json(NavigableMap<LocalDate, DayUsage> series) {
        var total = BigDecimal.ZERO;
        var byDate = new ArrayList<Json>();
        for (var day : series.entrySet()) {
            var usage = day.getValue();
            total = total.add(usage.total());
            byDate.add(
                    Json.object(
                            "date", Days.startOf(day.getKey()).getEpochSecond(),
                            "acus", usage.total(),
                            "acus_by_product", json(usage)));
        }
        return Json.object("total_acus", total, "consumption_by_date", byDate);
    }

    private static Json json(Days cycle) {
        return Json.object(
                "after", cycle.start().getEpochSecond(), "before", cycle.end().getEpochSecond());
    }

    private static Json json(DayUsage usage) {
        return Json.object(
                "devin", usage.devin(),
                "cascade", usage.cascade(),
                "terminal", usage.terminal(),
                "review", usage.review());
    }
}

package dev.tallyport.simulator.devin;

import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Query;
import dev.tallyport.simulator.http.Refusal;
import dev.tallyport.simulator.http.Route;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The paths below `/v2`: ISO date-times, maps, offsets. Knows no service users and no products.
final class VersionTwo {

    private static final int LARGEST_PAGE = 200;

    private final DevinEnterprise enterprise;
    private final int pageSizeCap;

    VersionTwo(DevinEnterprise enterprise, int pageSizeCap) {
        this.enterprise = enterprise;
        this.pageSizeCap = pageSizeCap;
    }

    List<Route> routes() {
        return List.of(
                Route.of("/v2/enterprise/consumption/cycles", (_, _) -> cycles()),
                Route.of("/v2/enterprise/consumption/daily", (_, query) -> consumption(query)),
                Route.of(
                        "/v2/enterprise/consumption/daily/{}",
                        (ids, query) -> consumption(ids.getFirst(), query)),
                Route.of("/v2/enterprise/members", (_, query) -> members(query)),
                Route.of("/v2/enterprise/organizations", (_, query) -> organizations(query)));
    }

    private Json cycles() {
        return Json.of(
                enterprise.cycles().stream()
                        .map(cycle -> Json.object("start", cycle.start(), "end", cycle.end()))
                        .toList());
    }

    private Json consumption(Query query) {
        var days = window(query);
        var filter = query.list("org_ids");
        var byDate = byDate(null, filter, days);
        var byUser = new LinkedHashMap<String, BigDecimal>();
        for (var person : enterprise.people()) {
            if (enterprise.isAnswered(person.id())) {
                putUnlessZero(byUser, person.id(), sum(byDate(person.id(), filter, days)));
            }
        }
        return Json.object(
                "total_acus",
                sum(byDate),
                "consumption_by_date",
                byDate,
                "consumption_by_org_id",
                byOrganization(null, filter, days),
                "consumption_by_user",
                byUser);
    }

    private Json consumption(String user, Query query) {
        var person = enterprise.person(user).orElseThrow(() -> Refusal.notFound("User"));
        var days = window(query);
        var filter = query.list("org_ids");
        var byDate = byDate(person.id(), filter, days);
        return Json.object(
                "total_acus", sum(byDate),
                "consumption_by_date", byDate,
                "consumption_by_org_id", byOrganization(person.id(), filter, days));
    }

    private Days window(Query query) {
        return Days.startingWithin(
                query.dateTime("start_date", "start", enterprise.currentCycle().start()),
                query.dateTime("end_date", "end", enterprise.asOf()));
    }

    /// Usage of local agents is dropped as soon as organizations are asked for, even where it is
    /// tied to one.
    private NavigableMap<LocalDate, BigDecimal> byDate(
            @Nullable String user, List<String> filter, Days days) {
        var byDate = new TreeMap<LocalDate, BigDecimal>();
        if (filter.isEmpty()) {
            addTo(byDate, new Scope(user, null), days, DayUsage::total);
        }
        for (var id : filter) {
            addTo(byDate, new Scope(user, id), days, DayUsage::withoutLocalAgents);
        }
        return byDate;
    }

    private Map<String, BigDecimal> byOrganization(
            @Nullable String user, List<String> filter, Days days) {
        var byOrganization = new LinkedHashMap<String, BigDecimal>();
        for (var organization : enterprise.organizations()) {
            var id = organization.id();
            var byDate = new TreeMap<LocalDate, BigDecimal>();
            if (filter.isEmpty()) {
                addTo(byDate, new Scope(user, id), days, DayUsage::total);
            } else if (filter.contains(id)) {
                addTo(byDate, new Scope(user, id), days, DayUsage::withoutLocalAgents);
            }
            putUnlessZero(byOrganization, id, sum(byDate));
        }
        return byOrganization;
    }

    private void addTo(
            Map<LocalDate, BigDecimal> byDate,
            Scope scope,
            Days days,
            Function<DayUsage, BigDecimal> part) {
        enterprise
                .series(scope, days)
                .forEach((day, usage) -> {
                    var quantity = part.apply(usage);
                    if (quantity.signum() != 0) {
                        byDate.merge(day, quantity, BigDecimal::add);
                    }
                });
    }

    private Json members(Query query) {
        var email = query.text("email");
        var members =
                enterprise.people(Standing.MEMBER).stream()
                        .filter(each -> email.isEmpty() || email.get().equals(each.email()))
                        .toList();
        return page(members, VersionTwo::json, query);
    }

    private Json organizations(Query query) {
        return page(
                enterprise.organizations(),
                each -> Json.object("org_id", each.id(), "name", each.name()),
                query);
    }

    private <T> Json page(List<T> all, Function<T, Json> item, Query query) {
        int skip = query.integer("skip", 0, Integer.MAX_VALUE - LARGEST_PAGE, 0);
        int limit = Math.min(pageSizeCap, query.integer("limit", 1, LARGEST_PAGE, 100));
        boolean hasMore = skip + limit < all.size();
        return Json.object(
                "items",
                all.stream().skip(skip).limit(limit).map(item).toList(),
                "total",
                all.size(),
                "skip",
                skip,
                "limit",
                limit,
                "has_more",
                hasMore,
                "next_cursor",
                hasMore ? skip + limit : null);
    }

    private static Json json(Person person) {
        return Json.object(
                "user_id",
                person.id(),
                "email",
                orEmpty(person.email()),
                "name",
                orEmpty(person.name()),
                "enterprise_role",
                "account_member",
                "created_at",
                Days.startOf(person.joined()),
                "last_login",
                null,
                "login_count",
                null,
                "saml_id",
                null,
                "sessions_created_count",
                0,
                "searches_created_count",
                0);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void putUnlessZero(
            Map<String, BigDecimal> quantities, String id, BigDecimal quantity) {
        if (quantity.signum() != 0) {
            quantities.put(id, quantity);
        }
    }

    private static BigDecimal sum(Map<?, BigDecimal> quantities) {
        return quantities.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

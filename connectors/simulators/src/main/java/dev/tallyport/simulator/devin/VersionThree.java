package dev.tallyport.simulator.devin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Query;
import dev.tallyport.simulator.http.Refusal;
import dev.tallyport.simulator.http.Route;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The paths below `/v3`: Unix seconds, lists, cursors.
final class VersionThree {

    private static final int LARGEST_PAGE = 200;

    private final DevinEnterprise enterprise;
    private final int pageSizeCap;

    VersionThree(DevinEnterprise enterprise, int pageSizeCap) {
        this.enterprise = enterprise;
        this.pageSizeCap = pageSizeCap;
    }

    List<Route> routes() {
        return List.of(
                Route.of("/v3/enterprise/consumption/cycles", (_, query) -> cycles(query)),
                Route.of(
                        "/v3/enterprise/consumption/daily",
                        (_, query) -> consumption(null, null, query)),
                Route.of(
                        "/v3/enterprise/consumption/daily/organizations/{}",
                        (ids, query) -> consumption(null, organization(ids.get(0)).id(), query)),
                Route.of(
                        "/v3/enterprise/consumption/daily/users/{}",
                        (ids, query) -> consumption(person(ids.get(0)).id(), null, query)),
                Route.of(
                        "/v3/enterprise/consumption/daily/service-users/{}",
                        (ids, query) -> consumption(serviceUser(ids.get(0)).id(), null, query)),
                Route.of(
                        "/v3/organizations/{}/consumption/daily",
                        (ids, query) -> consumption(null, organization(ids.get(0)).id(), query)),
                Route.of(
                        "/v3/organizations/{}/consumption/daily/users/{}",
                        (ids, query) ->
                                consumption(
                                        person(ids.get(1)).id(),
                                        organization(ids.get(0)).id(),
                                        query)),
                Route.of(
                        "/v3/organizations/{}/consumption/daily/service-users/{}",
                        (ids, query) ->
                                consumption(
                                        serviceUser(ids.get(1)).id(),
                                        organization(ids.get(0)).id(),
                                        query)),
                Route.of("/v3/enterprise/organizations", (_, query) -> organizations(query)),
                Route.of(
                        "/v3/enterprise/organizations/{}",
                        (ids, _) -> json(organization(ids.get(0)))),
                Route.of("/v3/enterprise/members/users", (_, query) -> users(query)),
                Route.of("/v3/enterprise/members/users/{}", (ids, _) -> json(person(ids.get(0)))),
                Route.of("/v3/enterprise/members/service-users", (_, query) -> serviceUsers(query)),
                Route.of(
                        "/v3/enterprise/members/service-users/{}",
                        (ids, _) -> json(serviceUser(ids.get(0)))));
    }

    private Json cycles(Query query) {
        return page("cycles", enterprise.cycles(), VersionThree::json, query);
    }

    private Json consumption(@Nullable String user, @Nullable String organization, Query query) {
        var cycle = enterprise.currentCycle();
        var days =
                Days.startingWithin(
                        query.unixSeconds("time_after", cycle.start()),
                        query.unixSeconds("time_before", cycle.end()));
        var total = BigDecimal.ZERO;
        var byDate = new ArrayList<Json>();
        for (var day : enterprise.series(new Scope(user, organization), days).entrySet()) {
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

    private Json organizations(Query query) {
        return page("organizations", enterprise.organizations(), VersionThree::json, query);
    }

    private Json users(Query query) {
        var email = query.text("email");
        var members =
                enterprise.people(Standing.MEMBER).stream()
                        .filter(each -> email.isEmpty() || email.get().equals(each.email()))
                        .toList();
        return page("users", members, VersionThree::json, query);
    }

    private Json serviceUsers(Query query) {
        var listed = enterprise.serviceUsers(query.claims("include_inactive"));
        return page("service-users", listed, VersionThree::json, query);
    }

    private <T> Json page(String list, List<T> all, Function<T, Json> item, Query query) {
        int first = Math.min(pageSizeCap, query.integer("first", 1, LARGEST_PAGE, 100));
        int from = query.text("after").map(cursor -> offset(list, cursor)).orElse(0);
        var items = all.stream().skip(from).limit(first).map(item).toList();
        int end = from + items.size();
        return Json.object(
                "items",
                items,
                "end_cursor",
                items.isEmpty() ? null : cursor(list, end),
                "has_next_page",
                end < all.size(),
                "total",
                all.size());
    }

    private static String cursor(String list, int offset) {
        return Base64.getEncoder().encodeToString((list + ":" + offset).getBytes(UTF_8));
    }

    private static int offset(String list, String cursor) {
        try {
            var text = new String(Base64.getDecoder().decode(cursor), UTF_8);
            if (text.startsWith(list + ":")) {
                return Integer.parseUnsignedInt(text, list.length() + 1, text.length(), 10);
            }
            throw invalidCursor(cursor);
        } catch (IllegalArgumentException invalid) {
            throw invalidCursor(cursor);
        }
    }

    private static Refusal invalidCursor(String cursor) {
        return Refusal.invalid("after", "value_error", "Invalid cursor", cursor, Map.of());
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

    private static Json json(Organization organization) {
        return Json.object(
                "org_id", organization.id(),
                "name", organization.name(),
                "created_at", organization.created().getEpochSecond(),
                "updated_at", organization.created().getEpochSecond(),
                "max_session_acu_limit", null,
                "max_cycle_acu_limit", null);
    }

    private static Json json(Person person) {
        return Json.object(
                "user_id", person.id(),
                "email", person.email(),
                "name", person.name(),
                "role_assignments", roles(person.organizations()),
                "idp_role_assignments", List.of());
    }

    private static Json json(ServiceUser serviceUser) {
        var deleted = serviceUser.deleted();
        return Json.object(
                "service_user_id", serviceUser.id(),
                "name", serviceUser.name(),
                "expires_at", null,
                "deleted_at", deleted == null ? null : Days.startOf(deleted).getEpochSecond(),
                "role_assignments", roles(List.of(serviceUser.organization())));
    }

    /// One role in the enterprise, and one in each organization.
    private static List<Json> roles(List<String> organizations) {
        if (organizations.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(Json.object("org_id", null, "role", role("enterprise"))),
                        organizations.stream()
                                .map(id -> Json.object("org_id", id, "role", role("org"))))
                .toList();
    }

    private static Json role(String type) {
        return Json.object(
                "role_id", "role-" + type + "-member", "role_name", "Member", "role_type", type);
    }
}

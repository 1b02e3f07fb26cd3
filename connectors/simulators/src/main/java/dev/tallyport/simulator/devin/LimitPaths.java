package dev.tallyport.simulator.devin;

import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Refusal;
import dev.tallyport.simulator.http.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// ACU limits in their older and newer shapes. What is not limited is left out.
final class LimitPaths {

    private final DevinEnterprise enterprise;
    private final Guard guard;
    private final Pages pages;

    LimitPaths(DevinEnterprise enterprise, Guard guard, Pages pages) {
        this.enterprise = enterprise;
        this.guard = guard;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(
                route(
                        "/v3/enterprise/consumption/acu-limits/devin",
                        (_, query) -> pages.page("limits", cloud(), json -> json, query)),
                route(
                        "/v3beta1/enterprise/organizations/{}/consumption/acu-limits",
                        (ids, _) -> organization(ids.getFirst())),
                route(
                        "/v3beta1/enterprise/users/consumption/acu-limits",
                        (_, _) -> local(enterprise.limits().everyUser())),
                route(
                        "/v3beta1/enterprise/users/{}/consumption/acu-limits",
                        (ids, _) -> user(ids.getFirst())));
    }

    private Route route(String template, Route.Endpoint endpoint) {
        return guard.route(template, Permission.VIEW_ACCOUNT_CONSUMPTION, endpoint);
    }

    private List<Json> cloud() {
        var limits = enterprise.limits();
        var items = new ArrayList<Json>();
        if (limits.enterprise() != null) {
            items.add(item(limits.enterprise(), "enterprise", null));
        }
        for (var organization : enterprise.organizations()) {
            var limit = limits.cloud().get(organization.id());
            if (limit != null) {
                items.add(item(limit, "org", organization.id()));
            }
        }
        return items;
    }

    private static Json item(int limit, String scope, @Nullable String organization) {
        return Json.object(
                "cycle_acu_limit", limit,
                "scope", scope,
                "org_id", organization,
                "user_id", null);
    }

    private Json organization(String id) {
        if (enterprise.organization(id).isEmpty()) {
            throw Refusal.notFound("Organization");
        }
        var limits = enterprise.limits();
        var blocks = new LinkedHashMap<String, Json>();
        putBlock(blocks, "local_agent", limits.local().get(id));
        putBlock(blocks, "cloud_agent", limits.cloud().get(id));
        return Json.of(blocks);
    }

    private Json user(String id) {
        if (enterprise.person(id).isEmpty()) {
            throw Refusal.notFound("User");
        }
        return local(enterprise.limits().users().get(id));
    }

    private static Json local(@Nullable Integer limit) {
        var blocks = new LinkedHashMap<String, Json>();
        putBlock(blocks, "local_agent", limit);
        return Json.of(blocks);
    }

    private static void putBlock(Map<String, Json> blocks, String name, @Nullable Integer limit) {
        if (limit != null) {
            blocks.put(name, Json.object("cycle_acu_limit", limit));
        }
    }
}

package dev.tallyport.simulator.devin;

import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Query;
import dev.tallyport.simulator.http.Refusal;
import dev.tallyport.simulator.http.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Organizations, people, programs, groups, roles, and what was done to them.
final class DirectoryPaths {

    private static final String ORGANIZATIONS = "/v3/enterprise/organizations";
    private static final String MEMBERS = "/v3/enterprise/members/";

    private final DevinEnterprise enterprise;
    private final Guard guard;
    private final Pages pages;

    DirectoryPaths(DevinEnterprise enterprise, Guard guard, Pages pages) {
        this.enterprise = enterprise;
        this.guard = guard;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(
                guard.route(
                        ORGANIZATIONS,
                        Permission.MANAGE_ORGANIZATIONS,
                        (_, query) ->
                                pages.page(
                                        "organizations",
                                        enterprise.organizations(),
                                        this::json,
                                        query)),
                guard.route(
                        ORGANIZATIONS + "/{}",
                        Permission.MANAGE_ORGANIZATIONS,
                        (ids, _) -> organization(ids.getFirst())),
                members(MEMBERS + "users", (_, query) -> users(query)),
                members(MEMBERS + "users/{}", (ids, _) -> user(ids.getFirst())),
                members(MEMBERS + "service-users", (_, query) -> serviceUsers(query)),
                members(MEMBERS + "service-users/{}", (ids, _) -> serviceUser(ids.getFirst())),
                members(MEMBERS + "idp-users", (_, query) -> usersInGroups(query)),
                members(
                        MEMBERS + "idp-groups",
                        (_, query) ->
                                pages.page(
                                        "groups",
                                        enterprise.groups(),
                                        DirectoryPaths::json,
                                        query)),
                members(
                        "/v3/enterprise/roles",
                        (_, query) -> pages.page("roles", Role.ALL, DirectoryPaths::json, query)),
                guard.route(
                        "/v3/enterprise/audit-logs",
                        Permission.MANAGE_ENTERPRISE_SETTINGS,
                        (_, query) -> auditLogs(query)));
    }

    private Route members(String template, Route.Endpoint endpoint) {
        return guard.route(template, Permission.MANAGE_ACCOUNT_MEMBERSHIP, endpoint);
    }

    private Json organization(String id) {
        return json(
                enterprise.organization(id).orElseThrow(() -> Refusal.notFound("Organization")));
    }

    private Json json(Organization organization) {
        return Json.object(
                "org_id", organization.id(),
                "name", organization.name(),
                "created_at", organization.created().getEpochSecond(),
                "updated_at", organization.created().getEpochSecond(),
                "max_session_acu_limit", null,
                "max_cycle_acu_limit", enterprise.limits().cloud().get(organization.id()));
    }

    private List<Person> members(Query query) {
        var email = query.text("email");
        return enterprise.people(Standing.MEMBER).stream()
                .filter(each -> email.isEmpty() || email.get().equals(each.email()))
                .toList();
    }

    private Json users(Query query) {
        return pages.page(
                "users",
                members(query),
                person ->
                        Json.object(
                                "user_id", person.id(),
                                "email", person.email(),
                                "name", person.name(),
                                "role_assignments", json(enterprise.rolesOf(person))),
                query);
    }

    private Json user(String id) {
        var person = enterprise.person(id).orElseThrow(() -> Refusal.notFound("User"));
        return Json.object(
                "user_id", person.id(),
                "email", person.email(),
                "name", person.name(),
                "role_assignments", json(enterprise.rolesOf(person)),
                "idp_role_assignments", groupsOf(person));
    }

    private Json usersInGroups(Query query) {
        return pages.page(
                "idp-users",
                members(query).stream()
                        .filter(person -> !enterprise.groupsOf(person).isEmpty())
                        .toList(),
                person ->
                        Json.object(
                                "user_id", person.id(),
                                "email", person.email(),
                                "name", person.name(),
                                "idp_role_assignments", groupsOf(person)),
                query);
    }

    private List<Json> groupsOf(Person person) {
        return enterprise.groupsOf(person).stream()
                .flatMap(group ->
                        group.roles().stream()
                                .map(each ->
                                        Json.object(
                                                "idp_group_name", group.name(),
                                                "role", json(each.role()),
                                                "org_id", each.organization())))
                .toList();
    }

    private Json serviceUsers(Query query) {
        var listed = enterprise.serviceUsers(query.claims("include_inactive"));
        return pages.page("service-users", listed, DirectoryPaths::json, query);
    }

    private Json serviceUser(String id) {
        return json(enterprise.serviceUser(id).orElseThrow(() -> Refusal.notFound("Service user")));
    }

    private static Json json(ServiceUser serviceUser) {
        var deleted = serviceUser.deleted();
        return Json.object(
                "service_user_id", serviceUser.id(),
                "name", serviceUser.name(),
                "expires_at", null,
                "deleted_at", deleted == null ? null : Days.startOf(deleted).getEpochSecond(),
                "role_assignments", json(Membership.rolesOf(serviceUser)));
    }

    private static Json json(Group group) {
        return Json.object("idp_group_name", group.name(), "role_assignments", json(group.roles()));
    }

    private static List<Json> json(List<RoleAssignment> roles) {
        return roles.stream()
                .map(each -> Json.object("org_id", each.organization(), "role", json(each.role())))
                .toList();
    }

    private static Json json(Role role) {
        return Json.object(
                "role_id", role.id(), "role_name", role.name(), "role_type", role.type());
    }

    private Json auditLogs(Query query) {
        var start = query.unixSeconds("time_after", Instant.EPOCH);
        var end = query.unixSeconds("time_before", Instant.MAX);
        var actions = query.list("action");
        var found =
                enterprise.auditEvents().stream()
                        .filter(event -> !event.created().isBefore(start))
                        .filter(event -> event.created().isBefore(end))
                        .filter(event -> actions.isEmpty() || actions.contains(event.action()))
                        .toList();
        var isAscending = query.text("order").equals(Optional.of("asc"));
        return pages.page(
                "audit-logs", isAscending ? found.reversed() : found, DirectoryPaths::json, query);
    }

    private static Json json(AuditEvent event) {
        var subject = event.subject();
        return Json.object(
                "audit_log_id", event.id(),
                "action", event.action(),
                "created_at", event.created().getEpochSecond(),
                "data", subject == null ? Json.object() : Json.object("target_id", subject),
                "org_id", event.organization(),
                "user_id", event.actor(),
                "user_email", "first.admin@example.com",
                "service_user_id", null,
                "service_user_name", null);
    }
}

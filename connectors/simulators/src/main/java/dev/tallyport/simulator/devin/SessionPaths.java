package dev.tallyport.simulator.devin;

import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Query;
import dev.tallyport.simulator.http.Refusal;
import dev.tallyport.simulator.http.Route;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Sessions, their insights, and searches, the newest first. `time_after` and `time_before` mean
/// nothing here, as with the vendor.
final class SessionPaths {

    private static final String SESSIONS = "/v3/enterprise/sessions";

    private final DevinEnterprise enterprise;
    private final Guard guard;
    private final Pages pages;

    SessionPaths(DevinEnterprise enterprise, Guard guard, Pages pages) {
        this.enterprise = enterprise;
        this.guard = guard;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(
                route(SESSIONS, (_, query) -> sessions(query, SessionPaths::session)),
                route(
                        SESSIONS + "/insights",
                        (_, query) -> sessions(query, SessionPaths::insights)),
                route(SESSIONS + "/{}", (ids, _) -> Json.of(session(found(ids.getFirst())))),
                route(
                        SESSIONS + "/{}/insights",
                        (ids, _) -> Json.of(insights(found(ids.getFirst())))),
                route("/v3/enterprise/searches", (_, query) -> searches(query)));
    }

    private Route route(String template, Route.Endpoint endpoint) {
        return guard.route(template, Permission.VIEW_ACCOUNT_SESSIONS, endpoint);
    }

    private Json sessions(Query query, Function<Session, Map<String, ?>> item) {
        var found = enterprise.sessions().stream().filter(matching(query)).toList();
        return pages.page("sessions", found, session -> Json.of(item.apply(session)), query);
    }

    private static Predicate<Session> matching(Query query) {
        var ids = query.list("session_ids").stream().map(SessionPaths::prefixed).toList();
        return within(query, "created", Session::created)
                .and(within(query, "updated", Session::updated))
                .and(oneOf(ids, Session::id))
                .and(oneOf(query.list("org_ids"), Session::organization))
                .and(
                        oneOf(
                                query.list("user_ids"),
                                session -> session.isOfServiceUser() ? null : session.owner()))
                .and(
                        oneOf(
                                query.list("service_user_ids"),
                                session -> session.isOfServiceUser() ? session.owner() : null))
                .and(oneOf(query.list("origins"), session -> session.labels().origin()))
                .and(oneOf(query.list("category"), session -> session.labels().category()))
                .and(oneOf(query.list("playbook_id"), session -> session.labels().playbook()))
                .and(
                        oneOf(
                                query.list("is_archived"),
                                session -> String.valueOf(session.labels().isArchived())))
                .and(anyOf(query.list("tags"), session -> session.labels().tags()))
                .and(
                        anyOf(
                                query.list("repo_names"),
                                session ->
                                        session.pullRequests().stream()
                                                .map(PullRequest::repository)
                                                .toList()));
    }

    private static Predicate<Session> within(
            Query query, String name, Function<Session, Instant> when) {
        var from = query.unixSeconds(name + "_after", Instant.EPOCH);
        var until = query.unixSeconds(name + "_before", Instant.MAX);
        return session ->
                !when.apply(session).isBefore(from) && when.apply(session).isBefore(until);
    }

    private static Predicate<Session> oneOf(
            List<String> wanted, Function<Session, @Nullable String> value) {
        return session -> wanted.isEmpty() || wanted.contains(String.valueOf(value.apply(session)));
    }

    private static Predicate<Session> anyOf(
            List<String> wanted, Function<Session, List<String>> values) {
        return session ->
                wanted.isEmpty() || values.apply(session).stream().anyMatch(wanted::contains);
    }

    private Session found(String id) {
        return enterprise.session(prefixed(id)).orElseThrow(() -> Refusal.notFound("Session"));
    }

    /// Session ids are understood with and without their prefix.
    static String prefixed(String id) {
        return id.startsWith("devin-") ? id : "devin-" + id;
    }

    private Json searches(Query query) {
        return pages.page("searches", enterprise.searches(), SessionPaths::json, query);
    }

    private static Map<String, @Nullable Object> session(Session session) {
        var labels = session.labels();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("session_id", session.id());
        json.put("url", "https://app.devin.ai/sessions/" + session.id().substring(6));
        json.put("org_id", session.organization());
        json.put("status", session.status());
        json.put("status_detail", session.statusDetail());
        json.put("created_at", session.created().getEpochSecond());
        json.put("updated_at", session.updated().getEpochSecond());
        json.put("acus_consumed", session.total());
        json.put("title", labels.title());
        json.put("tags", labels.tags());
        json.put(
                "pull_requests",
                session.pullRequests().stream()
                        .map(each -> Json.object("pr_url", each.url(), "pr_state", each.state()))
                        .toList());
        json.put("user_id", session.isOfServiceUser() ? null : session.owner());
        json.put("service_user_id", session.isOfServiceUser() ? session.owner() : null);
        json.put("playbook_id", labels.playbook());
        json.put("parent_session_id", session.parent());
        json.put("child_session_ids", session.children().isEmpty() ? null : session.children());
        json.put("is_archived", labels.isArchived());
        json.put("origin", labels.origin());
        json.put("category", labels.category());
        json.put("subcategory", labels.subcategory());
        json.put("structured_output", labels.structuredOutput());
        return json;
    }

    private static Map<String, @Nullable Object> insights(Session session) {
        var json = session(session);
        json.put("num_user_messages", session.userMessages());
        json.put("num_devin_messages", session.devinMessages());
        json.put("session_size", session.size());
        json.put("analysis", null);
        return json;
    }

    /// The vendor's own shape is not known.
    private static Json json(Search search) {
        boolean isOfProgram = search.owner().startsWith("service-user-");
        return Json.object(
                "search_id", search.id(),
                "org_id", search.organization(),
                "user_id", isOfProgram ? null : search.owner(),
                "service_user_id", isOfProgram ? search.owner() : null,
                "created_at", search.created().getEpochSecond());
    }
}

package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Reject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Understands the items of the list of sessions. Only id and creation are required; what an item
/// says in words that are not documented is kept as it is.
///
/// The title is the only text of somebody's work that is kept: structured output is not.
final class SessionReader {

    /// Members that are kept as they are.
    private static final List<String> WORDS =
            List.of(
                    "status",
                    "status_detail",
                    "origin",
                    "category",
                    "subcategory",
                    "playbook_id",
                    "url");

    /// Of all attributes together, in characters of which none takes more than four bytes.
    private static final int MOST = 16 << 10;

    private final List<Reject> rejects = new ArrayList<>();

    /// What the list of insights says of a session beyond the list of sessions.
    record Insight(Optional<String> size, Map<String, BigDecimal> messages) {

        static final Insight NONE = new Insight(Optional.empty(), Map.of());
    }

    /// @param acus over its whole life, where they are stated
    record Session(Activity activity, List<Activity> pullRequests, Optional<BigDecimal> acus) {}

    /// @throws MalformedMember when it cannot be told which session it is or when it began, or when
    ///   it says too much
    Session read(String path, JsonValue item, Map<String, Insight> insights) {
        var id = idOf(item);
        var start = item.epochSeconds("created_at");
        var members = new Members(path, item, rejects);
        var insight = insights.getOrDefault(id, Insight.NONE);
        var acus = members.number("acus_consumed");
        if (acus.isEmpty() && !item.has("acus_consumed")) {
            rejects.add(
                    new Reject(
                            path,
                            item.path() + ".acus_consumed",
                            "expected a number, found nothing"));
        }
        var figures = new HashMap<>(insight.messages());
        acus.ifPresent(number -> figures.put("acus", number));
        var updated = members.epochSeconds("updated_at");
        var user = members.id("user_id").or(() -> members.id("service_user_id"));
        var organization = members.id("org_id");
        var pullRequests =
                members.objects("pull_requests").stream()
                        .flatMap(each ->
                                pullRequest(path, each, id, start, updated, user, organization))
                        .toList();
        return new Session(
                new Activity(
                        Activity.Kind.SESSION,
                        id,
                        start,
                        updated,
                        user,
                        organization,
                        members.id("parent_session_id").map(Ids::session),
                        members.text("title"),
                        figures,
                        attributes(members, insight, pullRequests)),
                pullRequests,
                acus);
    }

    /// What could not be understood since the last time.
    List<Reject> takeRejects() {
        var taken = Rejects.few(rejects);
        rejects.clear();
        return taken;
    }

    int rejects() {
        return rejects.size();
    }

    void reject(String path, MalformedMember reason) {
        rejects.add(reason.toReject(path));
    }

    static String idOf(JsonValue item) {
        return Ids.session(Ids.id(item, "session_id"));
    }

    static Insight insight(Members members) {
        var messages = new HashMap<String, BigDecimal>();
        members.number("num_user_messages")
                .ifPresent(count -> messages.put("user-messages", count));
        members.number("num_devin_messages")
                .ifPresent(count -> messages.put("devin-messages", count));
        return new Insight(members.text("session_size"), messages);
    }

    private static Map<String, List<String>> attributes(
            Members members, Insight insight, List<Activity> pullRequests) {
        var attributes = new LinkedHashMap<String, List<String>>();
        for (var name : WORDS) {
            members.text(name).ifPresent(word -> attributes.put(dashed(name), List.of(word)));
        }
        for (var name : List.of("is_archived", "is_advanced")) {
            members.flag(name)
                    .ifPresent(flag -> attributes.put(dashed(name), List.of(flag.toString())));
        }
        put(attributes, "tags", members.texts("tags"));
        put(
                attributes,
                "child-session-ids",
                members.texts("child_session_ids").stream().map(Ids::session).toList());
        put(attributes, "pull-requests", pullRequests.stream().map(Activity::id).toList());
        insight.size().ifPresent(size -> attributes.put("session-size", List.of(size)));
        var length = attributes.values().stream().flatMap(List::stream).mapToInt(String::length);
        if (length.sum() > MOST) {
            throw new MalformedMember(
                    members.item().path(),
                    "expected words, tags and ids of at most " + MOST + " characters, found more");
        }
        return attributes;
    }

    private static void put(
            Map<String, List<String>> attributes, String name, List<String> values) {
        if (!values.isEmpty()) {
            attributes.put(name, values);
        }
    }

    private static String dashed(String name) {
        return name.replace('_', '-');
    }

    /// The vendor does not say when a pull request was opened; it counts from its session's begin.
    private Stream<Activity> pullRequest(
            String path,
            JsonValue item,
            String session,
            Instant start,
            Optional<Instant> updated,
            Optional<String> user,
            Optional<String> organization) {
        try {
            var url = Ids.id(item, "pr_url");
            var attributes = new LinkedHashMap<String, List<String>>();
            new Members(path, item, rejects)
                    .text("pr_state")
                    .ifPresent(state -> attributes.put("state", List.of(state)));
            repositoryOf(url).ifPresent(name -> attributes.put("repository", List.of(name)));
            return Stream.of(
                    new Activity(
                            Activity.Kind.PULL_REQUEST,
                            url,
                            start,
                            updated,
                            user,
                            organization,
                            Optional.of(session),
                            Optional.empty(),
                            Map.of(),
                            attributes));
        } catch (MalformedMember e) {
            reject(path, e);
            return Stream.empty();
        }
    }

    /// The address up to what the common forges put in front of a number.
    private static Optional<String> repositoryOf(String url) {
        return Stream.of("/pull/", "/-/merge_requests/", "/pull-requests/", "/pullrequest/")
                .filter(url::contains)
                .map(marker -> url.substring(0, url.indexOf(marker)))
                .map(address -> address.replaceFirst("^https?://", ""))
                .findFirst();
    }
}

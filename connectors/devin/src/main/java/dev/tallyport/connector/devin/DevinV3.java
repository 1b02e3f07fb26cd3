package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.Uris;
import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.spi.BillingPeriod;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// `/v3/…`: service-user keys, cursors, Unix seconds.
///
/// @param sessionDays whether to read each session's own series
record DevinV3(VendorApi api, Lists lists, int concurrency, boolean sessionDays)
        implements DevinApi {

    private static final String ENTERPRISE = "/v3/enterprise";
    private static final String CYCLES = ENTERPRISE + "/consumption/cycles";
    private static final String ORGANIZATIONS = ENTERPRISE + "/organizations";
    private static final String USERS = ENTERPRISE + "/members/users";
    private static final String SERVICE_USERS = ENTERPRISE + "/members/service-users";
    private static final String USERS_IN_GROUPS = ENTERPRISE + "/members/idp-users";

    @Override
    public DevinCuts cuts() {
        return DevinCuts.V3;
    }

    @Override
    public List<BillingPeriod> cycles() {
        var periods = new ArrayList<BillingPeriod>();
        lists.all(
                CYCLES + "?first=100",
                (path, item) -> {
                    try {
                        periods.add(
                                Periods.of(
                                        item,
                                        item.epochSeconds("after"),
                                        item.epochSeconds("before")));
                    } catch (MalformedMember e) {
                        throw e.toFailure(path);
                    }
                });
        return Periods.inOrder(periods);
    }

    @Override
    public Listing listing(Parts parts, List<DirectoryEntry> known) {
        var entries = new ArrayList<DirectoryEntry>();
        var rejects = new ArrayList<Reject>();
        parts.attempt(
                "organizations",
                () ->
                        read(
                                ORGANIZATIONS + "?first=100",
                                DevinV3::organizationOf,
                                entries,
                                rejects));
        var groups = groups(parts, known, rejects);
        parts.attempt(
                "members",
                () ->
                        read(
                                USERS + "?first=100",
                                item -> personOf(item, groups, rejects),
                                entries,
                                rejects));
        parts.attempt(
                "service-users",
                () ->
                        read(
                                SERVICE_USERS + "?include_inactive=true&first=100",
                                item -> serviceUserOf(item, rejects),
                                entries,
                                rejects));
        return new Listing(entries, rejects);
    }

    /// The identity provider's groups by user; those of before where the vendor does not tell.
    private Map<String, Set<String>> groups(
            Parts parts, List<DirectoryEntry> known, List<Reject> rejects) {
        var groups = new HashMap<String, Set<String>>();
        var isRead =
                parts.attempt(
                        "groups",
                        () ->
                                lists.all(
                                        USERS_IN_GROUPS + "?first=100",
                                        (path, item) -> {
                                            try {
                                                groups.put(Ids.id(item, "user_id"), groupsOf(item));
                                            } catch (MalformedMember e) {
                                                rejects.add(e.toReject(path));
                                            }
                                        }));
        if (!isRead) {
            groups.clear();
            for (var entry : known) {
                if (entry instanceof DirectoryEntry.Person person) {
                    groups.put(person.id(), person.groups());
                }
            }
        }
        return groups;
    }

    private static Set<String> groupsOf(JsonValue item) {
        var groups = new HashSet<String>();
        for (var assignment : item.array("idp_role_assignments")) {
            groups.add(assignment.text("idp_group_name"));
        }
        return groups;
    }

    private void read(
            String list,
            Function<JsonValue, DirectoryEntry> reader,
            List<DirectoryEntry> entries,
            List<Reject> rejects) {
        lists.all(
                list,
                (path, item) -> {
                    try {
                        entries.add(reader.apply(item));
                    } catch (MalformedMember e) {
                        rejects.add(e.toReject(path));
                    }
                });
    }

    private static DirectoryEntry organizationOf(JsonValue item) {
        return new DirectoryEntry.Organization(
                Ids.id(item, "org_id"), Optional.of(item.text("name")));
    }

    private static DirectoryEntry personOf(
            JsonValue item, Map<String, Set<String>> groups, List<Reject> rejects) {
        var id = Ids.id(item, "user_id");
        return new DirectoryEntry.Person(
                id,
                item.optionalText("name"),
                item.optionalText("email"),
                organizationsOf(item, rejects),
                rolesOf(item),
                groups.getOrDefault(id, Set.of()));
    }

    /// Roles whose names can be read; assignments that cannot are rejects of the organizations.
    private static Set<String> rolesOf(JsonValue item) {
        var roles = new HashSet<String>();
        try {
            for (var assignment : item.array("role_assignments")) {
                assignment
                        .optionalMember("role")
                        .flatMap(role -> role.optionalText("role_name"))
                        .ifPresent(roles::add);
            }
        } catch (MalformedMember _) {
            return roles;
        }
        return roles;
    }

    private static DirectoryEntry serviceUserOf(JsonValue item, List<Reject> rejects) {
        return new DirectoryEntry.ServiceUser(
                Ids.id(item, "service_user_id"),
                item.optionalText("name"),
                organizationsOf(item, rejects));
    }

    /// Whoever has no readable assignments is still asked for: memberships only say where to look
    /// first.
    private static Set<String> organizationsOf(JsonValue item, List<Reject> rejects) {
        var organizations = new HashSet<String>();
        try {
            for (var assignment : item.array("role_assignments")) {
                assignment
                        .optionalText("org_id")
                        .filter(Ids::isUsable)
                        .ifPresent(organizations::add);
            }
        } catch (MalformedMember e) {
            rejects.add(e.toReject(ENTERPRISE + "/members"));
        }
        return organizations;
    }

    @Override
    public Series enterprise(Span span) {
        var path = ENTERPRISE + "/consumption/daily" + window(span);
        return SeriesReader.v3(path, span, api.get(path));
    }

    @Override
    public Optional<Series> organization(String organization, Span span) {
        return find(
                ENTERPRISE + "/consumption/daily/organizations/" + Uris.segment(organization),
                span);
    }

    @Override
    public Optional<Series> user(DirectoryEntry user, Span span) {
        return find(ENTERPRISE + "/consumption/daily/" + segmentsOf(user), span);
    }

    @Override
    public Optional<Series> userIn(String organization, DirectoryEntry user, Span span) {
        var daily = "/v3/organizations/" + Uris.segment(organization) + "/consumption/daily/";
        var answer = find(daily + segmentsOf(user), span);
        return answer.isEmpty() && user instanceof DirectoryEntry.ServiceUser
                ? find(daily + "users/" + Uris.segment(user.id()), span)
                : answer;
    }

    private Optional<Series> find(String series, Span span) {
        var path = series + window(span);
        return api.find(path).map(answer -> SeriesReader.v3(path, span, answer));
    }

    private static String segmentsOf(DirectoryEntry user) {
        return switch (user) {
            case DirectoryEntry.Person person -> "users/" + Uris.segment(person.id());
            case DirectoryEntry.ServiceUser program ->
                    "service-users/" + Uris.segment(program.id());
            case DirectoryEntry.Organization organization ->
                    throw new IllegalArgumentException(organization.id() + " is no user");
        };
    }

    private static String window(Span span) {
        return "?time_after=%d&time_before=%d"
                .formatted(
                        span.startInstant().getEpochSecond(), span.endInstant().getEpochSecond());
    }

    @Override
    public void probe(BillingPeriod period, Parts parts) {
        var paths = new LinkedHashMap<String, String>();
        paths.put("organizations", ORGANIZATIONS + "?first=1");
        paths.put("members", USERS + "?first=1");
        paths.put("service-users", SERVICE_USERS + "?first=1");
        paths.put("groups", USERS_IN_GROUPS + "?first=1");
        paths.put(Sessions.PART, Sessions.PATH + "?first=1");
        paths.put(Sessions.INSIGHTS, Sessions.INSIGHTS_PATH + "?first=1");
        paths.put(Searches.PART, Searches.PATH + "?first=1");
        paths.putAll(Metrics.probes(period));
        paths.put(ActiveUsers.PART, ActiveUsers.path("active-users", period.start(), period.end()));
        paths.put(Queue.PART, Queue.PATH);
        paths.put(Limits.PART, Limits.PATH + "?first=1");
        paths.put(AuditEvents.PART, AuditEvents.PATH + "?first=1");
        paths.forEach((part, path) -> parts.attempt(part, () -> api.get(path)));
    }

    @Override
    public void readBeside(Occasion occasion, Parts parts, Bookmark bookmark, Sink sink) {
        var end =
                occasion.window()
                        .map(Span::end)
                        .orElseGet(() -> Span.dayOf(occasion.now()).plusDays(1));
        var days =
                sessionDays
                        ? Optional.of(new SessionDays(api, concurrency, end))
                        : Optional.<SessionDays>empty();
        parts.attempt(
                Sessions.PART, new Sessions(lists, occasion, parts, bookmark, days, sink)::read);
        new Metrics(api, occasion, parts, sink).read();
        parts.attempt(ActiveUsers.PART, new ActiveUsers(api, occasion, sink)::read);
        parts.attempt(AuditEvents.PART, new AuditEvents(lists, occasion, bookmark, sink)::read);
        if (occasion.window().isEmpty()) {
            parts.attempt(Searches.PART, new Searches(lists, occasion, sink)::read);
            parts.attempt(Queue.PART, new Queue(api, occasion, sink)::read);
            new Limits(lists, concurrency, occasion, parts, sink).read();
        }
        if (!parts.notes().isEmpty()) {
            requireConsumption();
        }
    }

    /// Fails when what refused some parts is that the key was withdrawn or the vendor went away.
    private void requireConsumption() {
        api.get(CYCLES + "?first=1");
    }
}

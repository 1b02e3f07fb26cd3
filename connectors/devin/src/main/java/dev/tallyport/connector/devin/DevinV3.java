package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.Pages;
import dev.tallyport.connector.http.Uris;
import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.spi.BillingPeriod;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Reject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// `/v3/…`: service-user keys, cursors, Unix seconds.
record DevinV3(VendorApi api) implements DevinApi {

    private static final String ENTERPRISE = "/v3/enterprise";

    @Override
    public DevinCuts cuts() {
        return DevinCuts.V3;
    }

    @Override
    public List<BillingPeriod> cycles() {
        var periods = new ArrayList<BillingPeriod>();
        pages(
                ENTERPRISE + "/consumption/cycles?first=100",
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
    public Listing listing() {
        var entries = new ArrayList<DirectoryEntry>();
        var rejects = new ArrayList<Reject>();
        read("/organizations?first=100", DevinV3::organizationOf, entries, rejects);
        read("/members/users?first=100", item -> personOf(item, rejects), entries, rejects);
        read(
                "/members/service-users?include_inactive=true&first=100",
                item -> serviceUserOf(item, rejects),
                entries,
                rejects);
        return new Listing(entries, rejects);
    }

    private void read(
            String list,
            Function<JsonValue, DirectoryEntry> reader,
            List<DirectoryEntry> entries,
            List<Reject> rejects) {
        pages(
                ENTERPRISE + list,
                (path, item) -> {
                    try {
                        entries.add(reader.apply(item));
                    } catch (MalformedMember e) {
                        rejects.add(e.toReject(path));
                    }
                });
    }

    private void pages(String list, BiConsumer<String, JsonValue> each) {
        Pages.byCursor(
                api::get,
                cursor -> list + cursor.map(after -> "&after=" + Uris.queryValue(after)).orElse(""),
                DevinV3::pageOf,
                each);
    }

    private static Pages.Page pageOf(JsonValue page) {
        var more = page.optionalFlag("has_next_page").orElse(false);
        return new Pages.Page(
                page.array("items"),
                more ? Optional.of(page.text("end_cursor")) : Optional.empty());
    }

    private static DirectoryEntry organizationOf(JsonValue item) {
        return new DirectoryEntry.Organization(
                Ids.id(item, "org_id"), Optional.of(item.text("name")));
    }

    private static DirectoryEntry personOf(JsonValue item, List<Reject> rejects) {
        return new DirectoryEntry.Person(
                Ids.id(item, "user_id"),
                item.optionalText("name"),
                item.optionalText("email"),
                organizationsOf(item, rejects));
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
}

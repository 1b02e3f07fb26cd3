package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.Pages;
import dev.tallyport.connector.http.Uris;
import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.spi.BillingPeriod;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// `/v2/enterprise/…`, the legacy generation: personal admin keys, ISO dates, no products. Filtered
/// by an organization, a series holds session ACUs only.
record DevinV2(VendorApi api) implements DevinApi {

    private static final String ENTERPRISE = "/v2/enterprise";

    @Override
    public DevinCuts cuts() {
        return DevinCuts.V2;
    }

    @Override
    public List<BillingPeriod> cycles() {
        var path = ENTERPRISE + "/consumption/cycles";
        var periods = new ArrayList<BillingPeriod>();
        try {
            for (var item : JsonValue.root(api.get(path)).elements()) {
                periods.add(Periods.of(item, instant(item, "start"), instant(item, "end")));
            }
        } catch (MalformedMember e) {
            throw e.toFailure(path);
        }
        return Periods.inOrder(withWholeLast(periods));
    }

    /// The cycle under way may be stated through now instead of through its end.
    private static List<BillingPeriod> withWholeLast(List<BillingPeriod> periods) {
        var last = periods.stream().max(Comparator.comparing(BillingPeriod::start));
        if (last.isEmpty() || Span.isDayStart(last.get().end())) {
            return periods;
        }
        var whole = new ArrayList<>(periods);
        whole.remove(last.get());
        var start = Span.dayOf(last.get().start());
        whole.add(new BillingPeriod(last.get().start(), Span.startOf(start.plusMonths(1))));
        return whole;
    }

    /// A date-time without an offset is UTC.
    private static Instant instant(JsonValue item, String name) {
        try {
            var parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            item.text(name), OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            throw new MalformedMember(
                    item.path() + "." + name,
                    "expected a date-time such as 2026-01-16T08:00:00Z, found another text");
        }
    }

    /// Who used anything is named by the enterprise's own answer, also when no longer listed.
    @Override
    public Listing listing(Parts parts, List<DirectoryEntry> known) {
        var entries = new ArrayList<DirectoryEntry>();
        var rejects = new ArrayList<Reject>();
        read("/organizations", DevinV2::organizationOf, entries, rejects);
        read("/members", DevinV2::personOf, entries, rejects);
        var listed = new HashSet<String>();
        entries.forEach(entry -> listed.add(entry.id()));
        var cycles = cycles();
        if (!cycles.isEmpty()) {
            var history = Span.between(cycles.getFirst().start(), cycles.getLast().end());
            for (var user : enterprise(history).users()) {
                if (Ids.isUsable(user) && !listed.contains(user)) {
                    entries.add(DirectoryEntry.Person.unnamed(user));
                }
            }
        }
        return new Listing(entries, rejects);
    }

    private void read(
            String list,
            Function<JsonValue, DirectoryEntry> reader,
            List<DirectoryEntry> entries,
            List<Reject> rejects) {
        Pages.bySkipping(
                api::get,
                skip -> ENTERPRISE + list + "?skip=" + skip + "&limit=100",
                slice ->
                        new Pages.Slice(
                                slice.array("items"), slice.optionalFlag("has_more").orElse(false)),
                (path, item) -> {
                    try {
                        entries.add(reader.apply(item));
                    } catch (MalformedMember e) {
                        rejects.add(e.toReject(path));
                    }
                });
    }

    private static DirectoryEntry organizationOf(JsonValue item) {
        return new DirectoryEntry.Organization(Ids.id(item, "org_id"), item.optionalText("name"));
    }

    private static DirectoryEntry personOf(JsonValue item) {
        return new DirectoryEntry.Person(
                Ids.id(item, "user_id"),
                item.optionalText("name"),
                item.optionalText("email"),
                Set.of(),
                item.optionalText("enterprise_role").map(Set::of).orElse(Set.of()),
                Set.of());
    }

    @Override
    public Series enterprise(Span span) {
        var path = ENTERPRISE + "/consumption/daily" + window(span);
        return SeriesReader.v2(path, span, api.get(path));
    }

    /// The vendor has no answer of "unknown" for an organization here; it filters by anything.
    @Override
    public Optional<Series> organization(String organization, Span span) {
        return find(
                ENTERPRISE
                        + "/consumption/daily"
                        + window(span)
                        + "&org_ids="
                        + Uris.queryValue(organization),
                span);
    }

    @Override
    public Optional<Series> user(DirectoryEntry user, Span span) {
        return find(
                ENTERPRISE + "/consumption/daily/" + Uris.segment(user.id()) + window(span), span);
    }

    @Override
    public Optional<Series> userIn(String organization, DirectoryEntry user, Span span) {
        return find(
                ENTERPRISE
                        + "/consumption/daily/"
                        + Uris.segment(user.id())
                        + window(span)
                        + "&org_ids="
                        + Uris.queryValue(organization),
                span);
    }

    private Optional<Series> find(String path, Span span) {
        return api.find(path).map(answer -> SeriesReader.v2(path, span, answer));
    }

    private static String window(Span span) {
        return "?start_date=%s&end_date=%s".formatted(span.startInstant(), span.endInstant());
    }

    @Override
    public void probe(BillingPeriod period, Parts parts) {
        noteConsumptionOnly(parts);
    }

    @Override
    public void readBeside(Occasion occasion, Parts parts, Bookmark bookmark, Sink sink) {
        noteConsumptionOnly(parts);
    }

    private static void noteConsumptionOnly(Parts parts) {
        parts.note(
                Sessions.PART,
                "not read; a source of v2 reads consumption only, set "
                        + DevinSettings.API_VERSION.key()
                        + " to v3 for everything else");
    }
}

package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.tck.Figure;
import dev.tallyport.connector.tck.HttpFixture;
import dev.tallyport.connector.tck.Shape;
import dev.tallyport.connector.tck.StubVendor;
import dev.tallyport.connector.tck.Truth;
import dev.tallyport.simulator.devin.AuditEvent;
import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.Person;
import dev.tallyport.simulator.devin.PullRequest;
import dev.tallyport.simulator.devin.Search;
import dev.tallyport.simulator.devin.ServiceUser;
import dev.tallyport.simulator.devin.Session;
import dev.tallyport.simulator.devin.SimulatorOptions;
import dev.tallyport.simulator.devin.Sizes;
import dev.tallyport.simulator.devin.Standing;
import dev.tallyport.simulator.devin.UsageKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The connector beside a small enterprise.
final class DevinFixture implements HttpFixture {

    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");
    private static final String KEY = "cog_secret_of_the_test";
    private static final int FIGURES_OF_A_PERSON = 500;

    private DevinEnterprise enterprise;
    private DevinSimulator simulator;
    private StubVendor vendor;

    DevinFixture() {
        this(DevinEnterprise.generate(7, NOW, new Sizes(6, 2, 1, 2)));
        var member = enterprise.people(Standing.MEMBER).getFirst();
        for (var day : List.of("2026-10-25", "2026-11-01", "2026-11-18", "2026-11-19")) {
            enterprise.restate(
                    LocalDate.parse(day),
                    member.id(),
                    member.organizations().getFirst(),
                    "devin",
                    new BigDecimal("2.5"));
        }
    }

    private DevinFixture(DevinEnterprise enterprise) {
        this.enterprise = enterprise;
        this.simulator = started(enterprise);
        this.vendor = StubVendor.inFrontOf(simulator.baseUri());
    }

    private static DevinSimulator started(DevinEnterprise enterprise) {
        try {
            return new DevinSimulator(enterprise, SimulatorOptions.of(KEY)).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Connector connector() {
        var clock = clock();
        return new DevinConnector(new Vendors(clock, AddressRule.PUBLIC_AND_PRIVATE, clock::sleep));
    }

    @Override
    public StubVendor vendor() {
        return vendor;
    }

    @Override
    public Settings settings() {
        return new Settings(Map.of("base-url", vendor.address().toString(), "api-key", KEY));
    }

    @Override
    public Map<String, String> wrongSettings() {
        return Map.of("api-key", "cog_key_of_nobody", "base-url", vendor.address() + "/elsewhere");
    }

    @Override
    public Instant now() {
        return NOW;
    }

    /// The joint figures of everybody whom the vendor lists, and what it declares for all.
    @Override
    public Truth truth() {
        var listed = listed();
        var usage = enterprise.truth(enterprise.history());
        var figures = new ArrayList<Figure>();
        usage.forEach((key, acus) -> {
            if (key.user() != null && listed.contains(key.user())) {
                figures.add(joint(key, acus));
            }
        });
        usage.forEach((key, acus) -> {
            figures.add(total("enterprise", key, Map.of(), acus));
            if (key.organization() != null) {
                figures.add(
                        total(
                                "organizations",
                                key,
                                Map.of(Dimension.ORGANIZATION, key.organization()),
                                acus));
            }
        });
        return Truth.of(figures).withDirectory(listed).withActivities(activities());
    }

    private Set<String> listed() {
        var listed = new HashSet<String>();
        enterprise.people(Standing.MEMBER).stream().map(Person::id).forEach(listed::add);
        enterprise.serviceUsers(true).stream().map(ServiceUser::id).forEach(listed::add);
        return listed;
    }

    private static Figure joint(UsageKey key, BigDecimal acus) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        if (key.user() != null) {
            dimensions.put(Dimension.USER, key.user());
        }
        if (key.organization() != null) {
            dimensions.put(Dimension.ORGANIZATION, key.organization());
        }
        return total("daily", key, dimensions, acus);
    }

    private static Figure total(
            String cut, UsageKey key, Map<Dimension, String> dimensions, BigDecimal acus) {
        var all = new HashMap<>(dimensions);
        all.put(Dimension.PRODUCT, key.product());
        return new Figure(cut, key.day(), all, acus);
    }

    private Set<String> activities() {
        var sessions = enterprise.sessions();
        return Stream.of(
                        sessions.stream().map(Session::id),
                        sessions.stream()
                                .flatMap(session -> session.pullRequests().stream())
                                .map(PullRequest::url),
                        enterprise.searches().stream().map(Search::id),
                        enterprise.auditEvents().stream().map(AuditEvent::id))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    @Override
    public Shape shape() {
        return Shape.of(
                        "/consumption_by_date",
                        List.of("/date", "/acus", "/acus_by_product", "/acus_by_product/devin"))
                .withMaps(
                        Set.of(
                                "acus_by_product",
                                "sessions_created_by_origin",
                                "sessions_created_by_size",
                                "sessions_with_merged_prs_by_size"));
    }

    @Override
    public void restate(Figure figure, BigDecimal quantity) {
        var dimensions = figure.dimensions();
        enterprise.restate(
                figure.day(),
                dimensions.get(Dimension.USER),
                dimensions.get(Dimension.ORGANIZATION),
                dimensions.getOrDefault(Dimension.PRODUCT, ""),
                quantity);
    }

    /// An enterprise of more people in the place of the small one.
    @Override
    public BigDecimal grow(long records) {
        close();
        var people = (int) (records / FIGURES_OF_A_PERSON);
        enterprise = DevinEnterprise.generate(7, NOW, new Sizes(people, 2, 1, 12));
        simulator = started(enterprise);
        vendor = StubVendor.inFrontOf(simulator.baseUri());
        var listed = listed();
        return enterprise.truth(enterprise.history()).entrySet().stream()
                .filter(each -> each.getKey().user() != null)
                .filter(each -> listed.contains(each.getKey().user()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Some two dozen requests and more tell what one person used in a year.
    @Override
    public long many() {
        return 60_000;
    }

    @Override
    public void close() {
        vendor.close();
        simulator.close();
    }
}

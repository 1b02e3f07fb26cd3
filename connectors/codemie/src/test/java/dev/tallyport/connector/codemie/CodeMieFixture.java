package dev.tallyport.connector.codemie;

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
import dev.tallyport.simulator.codemie.Account;
import dev.tallyport.simulator.codemie.Activity;
import dev.tallyport.simulator.codemie.CodeMieCompany;
import dev.tallyport.simulator.codemie.CodeMieOptions;
import dev.tallyport.simulator.codemie.CodeMieSimulator;
import dev.tallyport.simulator.codemie.Tokens;
import dev.tallyport.simulator.codemie.Usage;
import dev.tallyport.simulator.codemie.UsageKey;
import dev.tallyport.simulator.codemie.Work;
import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.Sizes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The connector beside a small company.
final class CodeMieFixture implements HttpFixture {

    private static final Instant NOW = Instant.parse("2026-11-20T23:50:00Z");
    private static final String TOKEN = "token-of-an-administrator";

    private final CodeMieCompany company =
            CodeMieCompany.generate(
                    5, NOW, DevinEnterprise.generate(5, NOW, new Sizes(6, 1, 0, 1)));
    private final CodeMieSimulator simulator =
            new CodeMieSimulator(
                    company,
                    CodeMieOptions.of(TOKEN),
                    InstantSource.fixed(NOW.plus(Duration.ofDays(30))));
    private final StubVendor vendor;

    CodeMieFixture() {
        try {
            vendor = StubVendor.inFrontOf(simulator.start().baseUri());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Connector connector() {
        var clock = clock();
        return new CodeMieConnector(
                new Vendors(clock, AddressRule.PUBLIC_AND_PRIVATE, clock::sleep));
    }

    @Override
    public StubVendor vendor() {
        return vendor;
    }

    @Override
    public Settings settings() {
        return new Settings(
                Map.of("base-url", address().toString(), "token", TOKEN, "history", "P6D"));
    }

    private URI address() {
        return URI.create(vendor.address() + simulator.apiUri().getPath());
    }

    @Override
    public Map<String, String> wrongSettings() {
        return Map.of("token", "token-of-nobody", "base-url", vendor.address() + "/elsewhere");
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public Truth truth() {
        var figures =
                company
                        .spending(company.firstDay(), company.today().plusDays(1))
                        .entrySet()
                        .stream()
                        .map(each -> figure(each.getKey(), each.getValue()))
                        .toList();
        var assets =
                company.usage(company.firstDay(), company.today().plusDays(1)).stream()
                        .filter(each ->
                                each.activity() == Activity.ASSISTANT
                                        || each.activity() == Activity.WORKFLOW)
                        .map(Usage::name)
                        .collect(Collectors.toSet());
        return Truth.of(figures).withActivities(assets);
    }

    private Figure figure(UsageKey key, BigDecimal cost) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        if (company.account(key.user()).isPresent()) {
            dimensions.put(Dimension.USER, userOf(key));
        }
        if (hasProject(key.project())) {
            dimensions.put(Dimension.ORGANIZATION, "" + key.project());
        }
        dimensions.put(Dimension.PRODUCT, key.category());
        return new Figure("cost", key.day(), dimensions, cost);
    }

    private String userOf(UsageKey key) {
        return company.account(key.user())
                .map(each -> isKnownById(each) ? each.id() : each.email())
                .orElse("");
    }

    /// Tables show the address of an account; the list of users confirms it, unless it shows a
    /// name.
    static boolean isKnownById(Account account) {
        return !account.isResolved() || (account.isActive() && !account.isListedByName());
    }

    private static boolean hasProject(@Nullable String project) {
        return project != null && !project.equals("-");
    }

    @Override
    public Shape shape() {
        return Shape.of("/data/rows", List.of("/user_email")).withPages("page");
    }

    /// Usage without a project and usage of the project `-` are one to the connector.
    @Override
    public void restate(Figure figure, BigDecimal quantity) {
        var rest = quantity;
        var day = figure.day();
        for (var key : company.spending(day, day.plusDays(1)).keySet()) {
            if (figure(key, BigDecimal.ZERO).dimensions().equals(figure.dimensions())) {
                if (rest.signum() == 0) {
                    company.retract(key);
                } else {
                    company.restate(key, rest);
                    rest = BigDecimal.ZERO;
                }
            }
        }
    }

    @Override
    public BigDecimal grow(long records) {
        var day = company.today().minusDays(1);
        for (long index = 0; index < records; index++) {
            var projects = company.projects();
            var project = projects.get((int) (index % projects.size()));
            company.add(usage(day.minusDays(index % 4), "user-" + index, project));
        }
        return company.spending(company.firstDay(), company.today().plusDays(1)).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Usage usage(LocalDate day, String user, String project) {
        var time = Stretch.startOf(day).plus(Duration.ofHours(9));
        return new Usage(
                time,
                time,
                user,
                "",
                project,
                Activity.ASSISTANT,
                "Reviewer",
                "claude-sonnet-4",
                BigDecimal.ONE,
                new Tokens(10, 0, 0, 10),
                Work.requests(1));
    }

    /// Beyond 10,000 users of a day, CodeMie can be read in shorter and shorter stretches only.
    @Override
    public long many() {
        return 36_000;
    }

    @Override
    public void close() {
        vendor.close();
        simulator.close();
    }
}

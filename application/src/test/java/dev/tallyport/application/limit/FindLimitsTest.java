package dev.tallyport.application.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.limit.Limits.Statement;
import dev.tallyport.application.reporting.AnswersFromMemory;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Identifying;
import dev.tallyport.application.reporting.OneConnector;
import dev.tallyport.application.source.RegisteredSources;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Limit;
import dev.tallyport.connector.spi.Limit.Against;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FindLimitsTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final VendorUser ANN = new VendorUser(ACME, "ann");
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-05");
    private static final Visibility EVERYTHING = new Visibility.Everything();

    private final ConnectorDescriptor descriptor =
            new ConnectorDescriptor(
                            "test",
                            "Test",
                            List.of(),
                            List.of(
                                    Cut.of(
                                            "daily",
                                            "acus",
                                            "ACU",
                                            Set.of(
                                                    dev.tallyport.connector.spi.Dimension.USER,
                                                    dev.tallyport.connector.spi.Dimension
                                                            .ORGANIZATION,
                                                    dev.tallyport.connector.spi.Dimension
                                                            .PRODUCT))),
                            ZoneOffset.UTC,
                            Duration.ofDays(3))
                    .withLimits(
                            List.of(
                                    new Limit("cloud", new Against.Usage("acus", Set.of("devin"))),
                                    new Limit("all", new Against.Usage("acus", Set.of())),
                                    new Limit("each", new Against.EachUser()),
                                    new Limit("budget", new Against.Stated("spent"))));
    private final RegisteredSources sources = new RegisteredSources();
    private final SourceId acme = sources.register(ACME, "test");
    private final AnswersFromMemory answers = new AnswersFromMemory();
    private final List<Statement> statements = new ArrayList<>();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final FindLimits findLimits =
            new FindLimits(
                    sources,
                    new OneConnector(descriptor),
                    (_, names, _) ->
                            statements.stream().filter(one -> names.contains(one.name())).toList(),
                    new CycleUsage(answers.answerQuestion(sources, new OneConnector(descriptor))),
                    Identifying.as(
                            Viewers.linkedTo(ANN),
                            Map.of(new VendorUser(ACME, "bob"), new Principal.Person(7))),
                    new RecordLimitReads(() -> Optional.of(Viewers.linkedTo(ANN)), audit),
                    () -> NOW);

    private void use(String user, String organization, String product, long acus) {
        answers.use(
                acme,
                "daily",
                DAY,
                Group.of(Dimension.USER, user)
                        .with(Dimension.ORGANIZATION, organization)
                        .with(Dimension.PRODUCT, product),
                acus);
    }

    private void state(String name, String user, String organization, String value, String word) {
        statements.add(
                new Statement(
                        name,
                        maybe(user),
                        maybe(organization),
                        Optional.empty(),
                        new BigDecimal(value),
                        "ACU",
                        maybe(word),
                        NOW,
                        NOW));
    }

    private static Optional<String> maybe(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    private List<String> described(Visibility visibility, boolean unlimited) {
        return described(visibility, Filter.ALL, unlimited);
    }

    private List<String> described(Visibility visibility, Filter filter, boolean unlimited) {
        return findLimits.all(visibility, filter, unlimited).stream()
                .map(limit ->
                        "%s %s%s: %s of %s"
                                .formatted(
                                        limit.name(),
                                        limit.organization().orElse(""),
                                        limit.user().orElse(""),
                                        limit.used().map(BigDecimal::toPlainString).orElse("?"),
                                        limit.most()
                                                .map(BigDecimal::toPlainString)
                                                .orElse("no limit")))
                .toList();
    }

    @Test
    void whatCountsIsWhatTheConnectorSaysInTheCycleUnderWay() {
        use("ann", "org-1", "devin", 4);
        use("bob", "org-1", "devin", 2);
        use("ann", "org-1", "terminal", 8);
        use("ann", "org-2", "devin", 16);
        answers.use(acme, "daily", LocalDate.parse("2026-02-28"), Group.unstated(), 100);
        state("cloud", "", "org-1", "10", "");
        state("cloud", "", "org-3", "0", "");
        state("all", "ann", "", "30", "");
        state("all", "", "", "100", "");

        assertThat(described(EVERYTHING, false))
                .containsExactly(
                        "all : 30 of 100",
                        "all ann: 28 of 30",
                        "cloud org-1: 6 of 10",
                        "cloud org-3: 0 of 0");
        assertThat(findLimits.all(EVERYTHING, Filter.ALL, false).getFirst().cycle())
                .contains(
                        BillingCycle.of(
                                LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01")));
    }

    @Test
    void whatTheSourceNeverSaidIsNotZero() {
        state("cloud", "", "org-1", "10", "");

        assertThat(described(EVERYTHING, false)).containsExactly("cloud org-1: ? of 10");
    }

    @Test
    void whoeverIsNotLimitedIsToldOnRequest() {
        use("ann", "org-1", "devin", 4);
        state("all", "ann", "", "0", Limit.UNLIMITED);

        assertThat(described(EVERYTHING, false)).isEmpty();
        assertThat(described(EVERYTHING, true)).containsExactly("all ann: 4 of no limit");
    }

    @Test
    void whatTheVendorSaysItselfStandsBesideItsLimit() {
        state("budget", "ann", "", "50", "2026-04-01");
        state("spent", "ann", "", "12.5", "2026-04-01");
        state("budget", "bob", "", "50", "");
        state("each", "", "", "7", "");

        var limits = findLimits.all(EVERYTHING, Filter.ALL, false);

        assertThat(described(EVERYTHING, false))
                .containsExactly("budget ann: 12.5 of 50", "budget bob: ? of 50", "each : ? of 7");
        assertThat(limits.getFirst().word()).contains("2026-04-01");
        assertThat(limits.getFirst().cycle()).isEmpty();
        assertThat(limits.getLast().isOfEachUser()).isTrue();
    }

    @Test
    void limitsAreSeenByThoseWhoSeeTheUsage() {
        use("ann", "org-1", "devin", 4);
        use("bob", "org-1", "devin", 2);
        state("all", "ann", "", "30", "");
        state("all", "bob", "", "30", "");
        state("cloud", "", "org-1", "10", "");
        state("cloud", "", "", "99", "");
        var ann = new Visibility.Some(Set.of(), Set.of(ANN), Set.of(), Set.of());
        var organization =
                new Visibility.Some(
                        Set.of(new VendorOrganization(ACME, "org-1")),
                        Set.of(),
                        Set.of(),
                        Set.of());

        assertThat(described(ann, false)).containsExactly("all ann: 4 of 30");
        assertThat(described(organization, false)).containsExactly("cloud org-1: 6 of 10");
        assertThat(described(new Visibility.Nothing(), false)).isEmpty();
        assertThat(audit.entries()).isEmpty();

        described(EVERYTHING, false);

        assertThat(audit.entries())
                .extracting(entry -> entry.action())
                .containsExactly(Action.LIMITS_READ);
    }

    @Test
    void aFilterKeepsTheLimitsThatAreStatedOfItsUsersPersonsAndOrganizations() {
        use("ann", "org-1", "devin", 4);
        use("bob", "org-1", "devin", 2);
        state("all", "ann", "", "30", "");
        state("all", "bob", "", "30", "");
        state("all", "", "", "100", "");
        state("cloud", "", "org-1", "10", "");

        assertThat(described(EVERYTHING, only(Dimension.PERSON, Filter.ME), false))
                .containsExactly("all ann: 4 of 30");
        assertThat(described(EVERYTHING, only(Dimension.PERSON, Filter.ME, "7"), false))
                .containsExactly("all ann: 4 of 30", "all bob: 2 of 30");
        assertThat(described(EVERYTHING, only(Dimension.USER, "bob", "zoe"), false))
                .containsExactly("all bob: 2 of 30");
        assertThat(described(EVERYTHING, only(Dimension.ORGANIZATION, "org-1"), false))
                .containsExactly("cloud org-1: 6 of 10");
        assertThat(described(EVERYTHING, only(Dimension.SOURCE, "beta"), false)).isEmpty();
    }

    @Test
    void whatAFilterKeepsIsStatedOfAndNotWhatCountsAgainstIt() {
        use("ann", "org-1", "devin", 4);
        use("ann", "org-2", "devin", 8);
        use("bob", "org-1", "devin", 2);
        state("all", "ann", "", "30", "");
        state("all", "bob", "", "30", "");
        state("all", "", "", "100", "");
        state("all", "", "org-1", "50", "");

        assertThat(described(EVERYTHING, only(Dimension.USER, "ann"), false))
                .containsExactly("all ann: 12 of 30");
        assertThat(described(EVERYTHING, only(Dimension.ORGANIZATION, "org-1"), false))
                .containsExactly("all org-1: 6 of 50");
        assertThat(
                        described(
                                EVERYTHING,
                                Filter.ALL.withExcept(Dimension.USER, Set.of("ann")),
                                false))
                .containsExactly("all : 14 of 100", "all bob: 2 of 30", "all org-1: 6 of 50");
    }

    @Test
    void whoAsksForNobodysLimitsButTheirOwnIsNotRecorded() {
        state("all", "ann", "", "30", "");
        state("all", "bob", "", "30", "");

        described(EVERYTHING, only(Dimension.PERSON, Filter.ME), false);
        assertThat(audit.entries()).isEmpty();

        described(EVERYTHING, only(Dimension.PERSON, "7"), false);
        assertThat(audit.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.after()).containsEntry("only person", "7"));
    }

    private static Filter only(Dimension dimension, String... values) {
        return Filter.ALL.withOnly(dimension, Set.of(values));
    }
}

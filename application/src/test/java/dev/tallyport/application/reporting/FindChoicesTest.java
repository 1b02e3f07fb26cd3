package dev.tallyport.application.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.reporting.Choices.Place;
import dev.tallyport.application.reporting.Choices.Wanted;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FindChoicesTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final Cut COST = cost("cost");
    private static final OneConnector CONNECTOR =
            new OneConnector(
                    new ConnectorDescriptor(
                            "test",
                            "The Vendor",
                            List.of(),
                            List.of(
                                    Cut.of("daily", "acus", "ACU", Set.of(Dimension.ORGANIZATION)),
                                    Cut.of("by-user", "acus", "ACU", Set.of(Dimension.USER)),
                                    COST,
                                    cost("cost-of-facts").withUnitOfFacts(),
                                    Cut.of("input", "input-tokens", "token", Set.of()),
                                    new Cut(
                                            "totals",
                                            "declared-acus",
                                            "ACU",
                                            Set.of(),
                                            Optional.of(new Cut.Total("daily", Set.of(), false)))),
                            ZoneOffset.UTC,
                            Duration.ofDays(1)));
    private static final Viewer FINANCE = Viewers.holding(Permission.VIEW_ACCOUNT_CONSUMPTION);
    private static final Viewer LEAD =
            Viewers.holding(
                    Set.of(
                            new Grant(
                                    Permission.VIEW_ORG_CONSUMPTION,
                                    new Scope.Organization(new VendorOrganization(ACME, "one")))));

    private static Cut cost(String id) {
        return Cut.of(id, "cost", "USD", Set.of(Dimension.ORGANIZATION))
                .withMoney(MoneyKind.NOTIONAL);
    }

    private final KnownSources sources = new KnownSources();
    private final ShownChoices choices = new ShownChoices();
    private final FindChoices findChoices = new FindChoices(sources, CONNECTOR, choices);

    FindChoicesTest() {
        sources.register(new SourceName("beta"), "test");
        sources.register(ACME, "test");
        sources.register(new SourceName("gone"), "no longer installed");
    }

    /// Holds nothing, and keeps what it was shown to be seen.
    private static final class ShownChoices implements Choices {

        private final List<Seen> shown = new ArrayList<>();

        @Override
        public List<User> users(Seen seen, Wanted wanted) {
            shown.add(seen);
            return List.of();
        }

        @Override
        public List<Person> people(Seen seen, Wanted wanted) {
            shown.add(seen);
            return List.of();
        }

        @Override
        public List<Organization> organizations(Seen seen, Wanted wanted) {
            shown.add(seen);
            return List.of();
        }

        @Override
        public List<Name> names(
                Seen seen, dev.tallyport.domain.usage.Dimension dimension, Wanted wanted) {
            shown.add(seen);
            return List.of();
        }
    }

    private static Wanted wanted(String search) {
        return new Wanted(search, Optional.empty(), 100);
    }

    private List<String> meters(Viewer viewer, String search) {
        return findChoices.meters(viewer, wanted(search)).stream()
                .map(one -> one.place().label() + " " + one.sources())
                .toList();
    }

    @Test
    void sourcesAreThoseThatCanAnswerAndOfWhichSomethingMayBeSeen() {
        assertThat(findChoices.sources(FINANCE, wanted("")))
                .extracting(one -> one.source().value() + " " + one.connectorName())
                .containsExactly("acme The Vendor", "beta The Vendor");
        assertThat(findChoices.sources(FINANCE, wanted("ACM"))).hasSize(1);
        assertThat(findChoices.sources(FINANCE, wanted("vendor"))).hasSize(2);
        assertThat(findChoices.sources(LEAD, wanted("")))
                .extracting(FindChoices.Source::source)
                .containsExactly(ACME);
        assertThat(findChoices.sources(Viewers.holding(), wanted(""))).isEmpty();
    }

    @Test
    void metersAreWhatConnectorsMeasureAsFarAsItIsToldApartFromWhatMayNotBeSeen() {
        assertThat(meters(FINANCE, ""))
                .containsExactly(
                        "ACUs [acme, beta]",
                        "Cost (notional) [acme, beta]",
                        "Cost (notional, USD) [acme, beta]",
                        "Input tokens [acme, beta]");
        assertThat(meters(LEAD, ""))
                .containsExactly(
                        "ACUs [acme]", "Cost (notional) [acme]", "Cost (notional, USD) [acme]");
        assertThat(meters(FINANCE, "TOKENS")).hasSize(1);
        assertThat(meters(FINANCE, "put-tok")).hasSize(1);
    }

    @Test
    void whatFollowsAPlaceIsAskedForByIt() {
        var first = findChoices.sources(FINANCE, new Wanted("", Optional.empty(), 1));

        var rest =
                findChoices.sources(
                        FINANCE, new Wanted("", Optional.of(first.getFirst().place()), 1));
        var none = findChoices.sources(FINANCE, new Wanted("", Optional.of(new Place("Z", "")), 1));

        assertThat(first).extracting(one -> one.source().value()).containsExactly("acme");
        assertThat(rest).extracting(one -> one.source().value()).containsExactly("beta");
        assertThat(none).isEmpty();
    }

    @Test
    void whatPeopleAreCalledHereIsToldToThoseWhoMaySeePeople() {
        findChoices.users(FINANCE, wanted(""));
        findChoices.people(
                Viewers.holding(
                        Permission.VIEW_ACCOUNT_CONSUMPTION, Permission.VIEW_ACCOUNT_MEMBERSHIP),
                wanted(""));

        assertThat(choices.shown).extracting(Choices.Seen::people).containsExactly(false, true);
    }
}

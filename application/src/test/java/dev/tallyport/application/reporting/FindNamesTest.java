package dev.tallyport.application.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.reporting.Choices.Part;
import dev.tallyport.application.reporting.Choices.Seen;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Two sources with a user and an organization each, of the same ids, and a person.
final class FindNamesTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final SourceName BETA = new SourceName("beta");
    private static final Visibility EVERYTHING = new Visibility.Everything();
    private static final Viewer FINANCE = Viewers.holding(Permission.VIEW_ACCOUNT_CONSUMPTION);
    private static final Viewer ADMIN =
            Viewers.holding(
                    Permission.VIEW_ACCOUNT_CONSUMPTION, Permission.VIEW_ACCOUNT_MEMBERSHIP);
    private static final OneConnector CONNECTOR =
            new OneConnector(
                    new ConnectorDescriptor(
                            "test",
                            "The Vendor",
                            List.of(),
                            List.of(),
                            ZoneOffset.UTC,
                            Duration.ofDays(1)));

    private final KnownSources sources = new KnownSources();
    private final SourceId acme = sources.register(ACME, "test");
    private final Called labels = new Called();
    private final FindNames findNames = new FindNames(sources, CONNECTOR, labels);

    FindNamesTest() {
        sources.register(BETA, "no longer installed");
    }

    /// Calls things after their sources, as far as these may be seen, and keeps what was asked.
    private final class Called implements Labels {

        private final List<Seen> shown = new ArrayList<>();
        private final List<Set<?>> asked = new ArrayList<>();

        private List<SourceName> note(Seen seen, Set<?> ids) {
            shown.add(seen);
            asked.add(ids);
            var visible = seen.parts().stream().map(Part::source).collect(Collectors.toSet());
            return sources.all().stream()
                    .filter(source -> visible.contains(source.id()))
                    .map(SourceState::name)
                    .toList();
        }

        @Override
        public Map<VendorUser, String> ofUsers(Seen seen, Set<String> ids) {
            return note(seen, ids).stream()
                    .collect(
                            Collectors.toMap(
                                    source -> new VendorUser(source, "ada"),
                                    source -> "Ada of " + source));
        }

        @Override
        public Map<VendorOrganization, String> ofOrganizations(Seen seen, Set<String> ids) {
            return note(seen, ids).stream()
                    .collect(
                            Collectors.toMap(
                                    source -> new VendorOrganization(source, "org-1"),
                                    source -> "Data of " + source));
        }

        @Override
        public Map<Principal.Person, String> ofPeople(Seen seen, Set<Principal.Person> people) {
            note(seen, people);
            return Map.of(new Principal.Person(7), seen.people() ? "Ada of Ours" : "Ada");
        }
    }

    private static Group row(Dimension dimension, String id) {
        return Group.of(dimension, id);
    }

    @Test
    void everythingThatRowsNameIsAskedForAtOnce() {
        var rows =
                List.of(
                        row(Dimension.USER, "ada").with(Dimension.ORGANIZATION, "org-1"),
                        row(Dimension.USER, "bob").with(Dimension.ORGANIZATION, "org-1"),
                        row(Dimension.PERSON, "7").with(Dimension.MODEL, "opus"),
                        Group.unstated());

        findNames.of(FINANCE, EVERYTHING, Filter.ALL, rows);

        assertThat(labels.asked)
                .isEqualTo(
                        List.of(
                                Set.of("ada", "bob"),
                                Set.of("org-1"),
                                Set.of(new Principal.Person(7))));
    }

    @Test
    void rowsThatNameNobodyCostNothing() {
        findNames.of(FINANCE, EVERYTHING, Filter.ALL, List.of(row(Dimension.PRODUCT, "devin")));

        assertThat(labels.asked).isEmpty();
    }

    @Test
    void whatPeopleAreCalledHereIsToldToThoseWhoMaySeePeople() {
        var rows = List.of(row(Dimension.PERSON, "7"));

        var told = findNames.of(ADMIN, EVERYTHING, Filter.ALL, rows);
        var hidden = findNames.of(FINANCE, EVERYTHING, Filter.ALL, rows);

        assertThat(told.of(rows, Dimension.PERSON)).isEqualTo(Map.of("7", "Ada of Ours"));
        assertThat(hidden.of(rows, Dimension.PERSON)).isEqualTo(Map.of("7", "Ada"));
    }

    @Test
    void asMuchIsSeenAsTheRowsWereAskedForWith() {
        var oneself =
                new Visibility.Some(
                        Set.of(), Set.of(new VendorUser(ACME, "ada")), Set.of(), Set.of());
        var rows = List.of(row(Dimension.USER, "ada"));

        var names = findNames.of(ADMIN, oneself, Filter.ALL, rows);
        var nothing = findNames.of(ADMIN, new Visibility.Nothing(), Filter.ALL, rows);

        assertThat(labels.shown.getFirst().parts())
                .containsExactly(
                        new Part(acme, new Rows.Some(Set.of(), Set.of("ada"), Set.of(), Set.of())));
        assertThat(names.of(rows, Dimension.USER)).isEqualTo(Map.of("ada", "Ada of acme"));
        assertThat(nothing.of(rows, Dimension.USER)).isEmpty();
    }

    @Test
    void aSourceThatIsLeftOutCallsNothing() {
        var rows = List.of(row(Dimension.USER, "ada"), row(Dimension.ORGANIZATION, "org-1"));
        var filter = Filter.ALL.withOnly(Dimension.SOURCE, Set.of("beta"));

        var both = findNames.of(FINANCE, EVERYTHING, Filter.ALL, rows);
        var one = findNames.of(FINANCE, EVERYTHING, filter, rows);

        assertThat(both.of(rows, Dimension.USER)).isEmpty();
        assertThat(both.of(rows, Dimension.ORGANIZATION)).isEmpty();
        assertThat(one.of(rows, Dimension.USER)).isEqualTo(Map.of("ada", "Ada of beta"));
        assertThat(one.of(rows, Dimension.ORGANIZATION)).isEqualTo(Map.of("org-1", "Data of beta"));
    }

    @Test
    void rowsThatNameTheirSourceCallIdsWhatItDoes() {
        var rows = List.of(row(Dimension.USER, "ada").with(Dimension.SOURCE, "acme"));

        var names = findNames.of(Viewers.holding(Permission.VIEW_ORG_SESSIONS), rows);

        assertThat(names.of(rows, Dimension.USER)).isEqualTo(Map.of("ada", "Ada of acme"));
        assertThat(labels.shown).extracting(Seen::people).containsExactly(false);
    }

    @Test
    void aSourceIsCalledAfterItsVendorWhileThatIsKnown() {
        var rows = List.of(row(Dimension.SOURCE, "acme"), row(Dimension.SOURCE, "beta"));

        var names = findNames.of(FINANCE, EVERYTHING, Filter.ALL, rows);

        assertThat(names.of(rows, Dimension.SOURCE)).isEqualTo(Map.of("acme", "The Vendor"));
    }
}

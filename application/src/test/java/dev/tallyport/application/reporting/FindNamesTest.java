package dev.tallyport.application.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.reporting.Choices.Organization;
import dev.tallyport.application.reporting.Choices.Part;
import dev.tallyport.application.reporting.Choices.Person;
import dev.tallyport.application.reporting.Choices.Place;
import dev.tallyport.application.reporting.Choices.Seen;
import dev.tallyport.application.reporting.Choices.User;
import dev.tallyport.application.reporting.Choices.Wanted;
import dev.tallyport.application.source.SourceId;
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
import java.util.Optional;
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
    private final Called choices = new Called();
    private final FindNames findNames = new FindNames(sources, CONNECTOR, choices);

    FindNamesTest() {
        sources.register(BETA, "no longer installed");
    }

    /// Calls things after their sources, as far as these may be seen, and keeps what was asked.
    private final class Called implements Choices {

        private final List<Seen> shown = new ArrayList<>();
        private final List<Set<?>> asked = new ArrayList<>();

        private <T> void note(Seen seen, Set<T> ids) {
            shown.add(seen);
            asked.add(ids);
        }

        private List<SourceName> sourcesIn(Seen seen) {
            var ids = seen.parts().stream().map(Part::source).collect(Collectors.toSet());
            return sources.all().stream()
                    .filter(source -> ids.contains(source.id()))
                    .map(source -> source.name())
                    .toList();
        }

        @Override
        public List<User> users(Seen seen, Set<String> ids) {
            note(seen, ids);
            return sourcesIn(seen).stream()
                    .map(source ->
                            new User(
                                    new Place("Ada of " + source, source + "/ada"),
                                    new VendorUser(source, "ada"),
                                    Optional.empty(),
                                    Optional.empty(),
                                    false,
                                    Optional.empty()))
                    .toList();
        }

        @Override
        public List<Organization> organizations(Seen seen, Set<String> ids) {
            note(seen, ids);
            return sourcesIn(seen).stream()
                    .map(source ->
                            new Organization(
                                    new Place("Data of " + source, source + "/org-1"),
                                    new VendorOrganization(source, "org-1"),
                                    Optional.empty()))
                    .toList();
        }

        @Override
        public Map<Principal.Person, String> labels(Seen seen, Set<Principal.Person> people) {
            note(seen, people);
            return Map.of(new Principal.Person(7), seen.people() ? "Ada of Ours" : "Ada");
        }

        @Override
        public List<User> users(Seen seen, Wanted wanted) {
            throw new AssertionError("no list is wanted");
        }

        @Override
        public List<Person> people(Seen seen, Wanted wanted) {
            throw new AssertionError("no list is wanted");
        }

        @Override
        public List<Organization> organizations(Seen seen, Wanted wanted) {
            throw new AssertionError("no list is wanted");
        }

        @Override
        public List<Name> names(Seen seen, Dimension dimension, Wanted wanted) {
            throw new AssertionError("no list is wanted");
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

        assertThat(choices.asked)
                .isEqualTo(
                        List.of(
                                Set.of("ada", "bob"),
                                Set.of("org-1"),
                                Set.of(new Principal.Person(7))));
    }

    @Test
    void rowsThatNameNobodyCostNothing() {
        findNames.of(FINANCE, EVERYTHING, Filter.ALL, List.of(row(Dimension.PRODUCT, "devin")));

        assertThat(choices.asked).isEmpty();
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

        assertThat(choices.shown.getFirst().parts())
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
        assertThat(choices.shown).extracting(Seen::people).containsExactly(false);
    }

    @Test
    void aSourceIsCalledAfterItsVendorWhileThatIsKnown() {
        var rows = List.of(row(Dimension.SOURCE, "acme"), row(Dimension.SOURCE, "beta"));

        var names = findNames.of(FINANCE, EVERYTHING, Filter.ALL, rows);

        assertThat(names.of(rows, Dimension.SOURCE)).isEqualTo(Map.of("acme", "The Vendor"));
    }
}

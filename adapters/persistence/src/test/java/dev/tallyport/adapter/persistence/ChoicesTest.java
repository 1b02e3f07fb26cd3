package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.ingestion.UsageLedger.Origin;
import dev.tallyport.application.person.People;
import dev.tallyport.application.reporting.Choices.Name;
import dev.tallyport.application.reporting.Choices.Organization;
import dev.tallyport.application.reporting.Choices.Part;
import dev.tallyport.application.reporting.Choices.Person;
import dev.tallyport.application.reporting.Choices.Place;
import dev.tallyport.application.reporting.Choices.Seen;
import dev.tallyport.application.reporting.Choices.User;
import dev.tallyport.application.reporting.Choices.Wanted;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two sources, of which `acme` is used by Ann (in `one` and `two`), Bob (in `two`) and a program
/// (in none), and lists Cid in `one`.
final class ChoicesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private final LedgerDatabase database = LedgerDatabase.open();
    private final PostgresChoices choices = new PostgresChoices(database.database, database.keys);
    private final PostgresPeople people = new PostgresPeople(database.database);
    private final SourceId acme = database.source;
    private final SourceId beta = database.source("beta");

    ChoicesTest() {
        merge(
                acme,
                List.of(
                        used("ann", "one", "devin", "opus"),
                        used("ann", "two", "cascade", "sonnet"),
                        used("bob", "two", "devin", "haiku"),
                        used("program", "", "review", "")));
        merge(beta, List.of(used("ann@beta", "one", "devin", "opus")));
        list(acme, "ann", "Ann Lee", "ann@example.com", false, "one");
        list(acme, "bob", null, "bob@example.com", false, "two");
        list(acme, "cid", "  cid  ", null, false, "one");
        list(acme, "program", "Bot", null, true);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Group used(String user, String organization, String product, String model) {
        var group = Group.of(Dimension.USER, user).with(Dimension.PRODUCT, product);
        if (!organization.isEmpty()) {
            group = group.with(Dimension.ORGANIZATION, organization);
        }
        return model.isEmpty() ? group : group.with(Dimension.MODEL, model);
    }

    private void merge(SourceId source, List<Group> used) {
        var start = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = start.plusSeconds(86_400);
        var facts = new ArrayList<Fact>();
        for (var group : used) {
            facts.add(
                    new Fact(
                            "daily",
                            group.toString(),
                            DAY,
                            start,
                            end,
                            group,
                            new Quantity(BigDecimal.ONE, new Unit("ACU"))));
        }
        database.ledger.merge(
                source,
                Origin.STATED,
                NOW,
                facts,
                List.of(new Coverage("daily", start, end, Map.of())),
                false);
    }

    private void list(
            SourceId source,
            String id,
            @Nullable String name,
            @Nullable String email,
            boolean serviceUser,
            String... organizations) {
        database.database.update(
                "insert into vendor_user (source_id, external_id, name, email, service_user,"
                        + " organizations) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (source_id, external_id) do update set"
                        + " name = excluded.name, email = excluded.email,"
                        + " service_user = excluded.service_user,"
                        + " organizations = excluded.organizations",
                source.value(),
                id,
                name,
                email,
                serviceUser,
                organizations);
    }

    private Seen everything() {
        return new Seen(
                List.of(new Part(acme, new Rows.All()), new Part(beta, new Rows.All())), true);
    }

    private Seen organization(String id) {
        return some(new Rows.Some(Set.of(id), Set.of(), Set.of(), Set.of()));
    }

    private Seen oneself(String user) {
        return some(new Rows.Some(Set.of(), Set.of(user), Set.of(), Set.of()));
    }

    private Seen some(Rows rows) {
        return new Seen(List.of(new Part(acme, rows)), false);
    }

    private static Wanted all() {
        return wanted("");
    }

    private static Wanted wanted(String search) {
        return new Wanted(search, Optional.empty(), 100);
    }

    private List<String> users(Seen seen, Wanted wanted) {
        return choices.users(seen, wanted).stream().map(one -> one.user().id()).toList();
    }

    private List<String> organizations(Seen seen) {
        return choices.organizations(seen, all()).stream().map(one -> one.place().key()).toList();
    }

    private List<String> names(Seen seen, Dimension dimension) {
        return choices.names(seen, dimension, all()).stream()
                .map(one -> one.place().label())
                .toList();
    }

    @Test
    void whoeverSeesEverythingChoosesAmongAllByLabel() {
        var users = choices.users(everything(), all());

        assertThat(users)
                .extracting(one -> one.place().label() + " " + one.place().key())
                .containsExactly(
                        "Ann Lee acme/ann",
                        "ann@beta beta/ann@beta",
                        "bob@example.com acme/bob",
                        "Bot acme/program",
                        "cid acme/cid");
        assertThat(users.getFirst().address()).contains("ann@example.com");
        assertThat(users).filteredOn(User::serviceUser).hasSize(1);
        assertThat(organizations(everything())).containsExactly("acme/one", "beta/one", "acme/two");
        assertThat(names(everything(), Dimension.PRODUCT))
                .containsExactly("cascade", "devin", "review");
        assertThat(names(everything(), Dimension.ACTIVITY)).isEmpty();
        assertThat(choices.names(everything(), Dimension.MODEL, wanted("OPUS")))
                .singleElement()
                .extracting(one -> one.sources())
                .isEqualTo(List.of(new SourceName("acme"), new SourceName("beta")));
    }

    @Test
    void whoeverSeesAnOrganizationChoosesAmongWhatOccursInIt() {
        assertThat(users(organization("one"), all())).containsExactly("ann", "cid");
        assertThat(organizations(organization("one"))).containsExactly("acme/one");
        assertThat(names(organization("one"), Dimension.PRODUCT)).containsExactly("devin");
        assertThat(names(organization("two"), Dimension.MODEL)).containsExactly("haiku", "sonnet");
        assertThat(users(organization("nowhere"), all())).isEmpty();
        assertThat(organizations(organization("nowhere"))).isEmpty();
    }

    @Test
    void whoeverSeesOneselfChoosesAmongWhatOccursInOnesOwnUsage() {
        assertThat(users(oneself("ann"), all())).containsExactly("ann");
        assertThat(organizations(oneself("ann"))).containsExactly("acme/one", "acme/two");
        assertThat(names(oneself("ann"), Dimension.MODEL)).containsExactly("opus", "sonnet");
        assertThat(names(oneself("cid"), Dimension.PRODUCT)).isEmpty();
    }

    @Test
    void whoeverSeesOneselfWithinAnOrganizationChoosesAmongWhatOccursInOnesOwnUsageThere() {
        var within = some(new Rows.Some(Set.of(), Set.of(), Set.of("ann"), Set.of("two")));

        assertThat(users(within, all())).containsExactly("ann");
        assertThat(organizations(within)).containsExactly("acme/two");
        assertThat(names(within, Dimension.PRODUCT)).containsExactly("cascade");
    }

    @Test
    void whoeverSeesNothingHasNothingToChoose() {
        var nothing = new Seen(List.of(), true);

        assertThat(users(nothing, all())).isEmpty();
        assertThat(choices.people(nothing, all())).isEmpty();
        assertThat(organizations(nothing)).isEmpty();
        assertThat(names(nothing, Dimension.PRODUCT)).isEmpty();
    }

    @Test
    void addressesThatMayNotBeSeenAreNeitherToldNorFound() {
        var hidden = new Seen(List.of(new Part(acme, new Rows.All())), false);

        assertThat(choices.users(hidden, all()))
                .allSatisfy(one -> assertThat(one.address()).isEmpty())
                .noneSatisfy(one -> assertThat(one.place().label()).contains("@"));
        assertThat(users(hidden, wanted("example.com"))).isEmpty();
        assertThat(choices.people(hidden, wanted("example.com"))).isEmpty();
        assertThat(users(everything(), wanted("Example.COM"))).containsExactly("ann", "bob");
    }

    @Test
    void whatIsRetractedIsNoChoiceAnyMore() {
        merge(acme, List.of(used("bob", "two", "devin", "opus")));

        assertThat(names(everything(), Dimension.MODEL)).containsExactly("opus");
        assertThat(users(organization("two"), all())).containsExactly("bob");
        assertThat(names(organization("two"), Dimension.MODEL)).containsExactly("opus");
    }

    @Test
    void aPersonIsOneChoiceWithEverythingThatMayBeSeenOfThem() {
        var ann = people.create("Ann of Ours", NOW).id();
        var same = people.create("Ann Again", NOW).id();
        people.merge(same, ann, "test", NOW);
        link(ann, "acme", "ann");
        link(same, "beta", "ann@beta");

        var chosen = choices.people(everything(), all());
        var within = choices.people(organization("one"), all());

        assertThat(chosen)
                .extracting(one -> one.place().label() + " " + ids(one.users()))
                .containsExactly(
                        "Ann of Ours [ann, ann@beta]",
                        "bob@example.com [bob]",
                        "Bot [program]",
                        "cid [cid]");
        assertThat(chosen.getFirst().person()).contains(ann);
        assertThat(chosen.getLast().person()).isEmpty();
        assertThat(within)
                .extracting(one -> one.place().label() + " " + ids(one.users()))
                .containsExactly("Ann Lee [ann]", "cid [cid]");
        assertThat(within.getFirst().person()).contains(ann);
        assertThat(choices.people(everything(), wanted("of OURS"))).hasSize(1);
        assertThat(choices.people(organization("one"), wanted("of OURS"))).isEmpty();
        assertThat(choices.people(everything(), wanted("@beta")))
                .singleElement()
                .extracting(one -> ids(one.users()))
                .isEqualTo("[ann, ann@beta]");
    }

    @Test
    void idsAreCalledWhatTheirListsCallThem() {
        var users = Set.of("ann", "bob", "cid", "program", "ann@beta", "nobody");
        var organizations = Set.of("one", "two", "nowhere");
        var within = some(new Rows.Some(Set.of(), Set.of(), Set.of("ann"), Set.of("two")));

        for (var seen :
                List.of(
                        everything(),
                        organization("one"),
                        oneself("ann"),
                        within,
                        new Seen(List.of(), true))) {
            assertThat(choices.ofUsers(seen, users))
                    .isEqualTo(
                            choices.users(seen, all()).stream()
                                    .collect(
                                            Collectors.toMap(
                                                    User::user, one -> one.place().label())));
            assertThat(choices.ofOrganizations(seen, organizations))
                    .isEqualTo(
                            choices.organizations(seen, all()).stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Organization::organization,
                                                    one -> one.place().label())));
        }
        assertThat(choices.ofUsers(everything(), Set.of("bob", "nobody"))).hasSize(1);
        assertThat(choices.ofOrganizations(everything(), Set.of("one"))).hasSize(2);
    }

    @Test
    void peopleAreCalledWhatTheyAreCalledHereOrElseWhatVendorsCallThem() {
        var ann = people.create("Ann of Ours", NOW).id();
        var same = people.create("Ann Again", NOW).id();
        var gone = people.create("Nobody's Name", NOW).id();
        people.merge(same, ann, "test", NOW);
        link(ann, "acme", "ann");
        link(same, "beta", "ann@beta");
        var asked = Set.of(ann, gone, new Principal.Person(4711));

        assertThat(choices.ofPeople(everything(), asked))
                .isEqualTo(Map.of(ann, "Ann of Ours", gone, "Nobody's Name"));
        assertThat(choices.ofPeople(organization("one"), asked)).isEqualTo(Map.of(ann, "Ann Lee"));
        assertThat(choices.ofPeople(oneself("bob"), asked)).isEmpty();
    }

    private void link(Principal.Person person, String source, String user) {
        people.link(
                new People.Match(person, new VendorUser(new SourceName(source), user)),
                People.How.BY_HAND,
                "test",
                NOW);
    }

    private static String ids(List<User> users) {
        return users.stream().map(one -> one.user().id()).toList().toString();
    }

    @Test
    void aListThatIsReadPageByPageIsTheWholeList() {
        list(beta, "another", "ANN LEE", null, false);
        list(beta, "yet another", "ann lee", null, false);

        assertThat(paged(wanted -> choices.users(everything(), wanted), User::place))
                .isEqualTo(choices.users(everything(), all()));
        assertThat(paged(wanted -> choices.people(everything(), wanted), Person::place))
                .isEqualTo(choices.people(everything(), all()));
        assertThat(
                        paged(
                                wanted -> choices.organizations(everything(), wanted),
                                Organization::place))
                .isEqualTo(choices.organizations(everything(), all()));
        assertThat(
                        paged(
                                wanted -> choices.names(everything(), Dimension.MODEL, wanted),
                                Name::place))
                .isEqualTo(choices.names(everything(), Dimension.MODEL, all()));
    }

    private static <T> List<T> paged(Function<Wanted, List<T>> list, Function<T, Place> place) {
        var paged = new ArrayList<T>();
        var page = list.apply(new Wanted("", Optional.empty(), 1));
        while (!page.isEmpty()) {
            paged.addAll(page);
            var last = place.apply(page.getLast());
            page = list.apply(new Wanted("", Optional.of(last), 1));
        }
        return paged;
    }
}

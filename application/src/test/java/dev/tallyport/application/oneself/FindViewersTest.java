package dev.tallyport.application.oneself;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.account.InMemoryAccounts;
import dev.tallyport.application.oneself.FindViewers.Seeing;
import dev.tallyport.application.oneself.FindViewers.Way;
import dev.tallyport.application.person.InMemoryPeople;
import dev.tallyport.application.reporting.Choices;
import dev.tallyport.application.role.InMemoryRoles;
import dev.tallyport.application.role.RoleHolders;
import dev.tallyport.application.source.Organizations.Named;
import dev.tallyport.application.source.RegisteredSources;
import dev.tallyport.domain.access.Account;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FindViewersTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final SourceName ACME = new SourceName("acme");
    private static final VendorOrganization HOME = new VendorOrganization(ACME, "home");
    private static final VendorOrganization USED = new VendorOrganization(ACME, "used");
    private static final VendorOrganization FOREIGN = new VendorOrganization(ACME, "foreign");
    private static final Scope ENTERPRISE = new Scope.Enterprise();
    private static final Principal.Person ANN = new Principal.Person(7);

    private static final Viewer ASKING =
            new Viewer(
                    new Account(
                            ANN,
                            "Ann",
                            true,
                            Optional.empty(),
                            Set.of(),
                            Set.of(new VendorUser(ACME, "ann")),
                            Set.of(HOME),
                            Set.of()),
                    Flags.NONE,
                    NOW);

    private final InMemoryRoles roles =
            new InMemoryRoles(new InMemoryPeople(), new InMemoryAccounts());
    private final RegisteredSources sources = new RegisteredSources();
    private final Given given = new Given();
    private final FindViewers findViewers =
            new FindViewers(
                    roles.catalog(),
                    given,
                    sources,
                    new Used(),
                    () -> List.of(new Named(HOME, Optional.of("Platform"))));

    FindViewersTest() {
        sources.register(ACME, "test");
    }

    /// Roles that were given, and whose holders were looked up.
    private static final class Given implements RoleHolders {

        private record Held(String role, Holder holder) {}

        private final List<Held> held = new ArrayList<>();
        private final List<String> lookedUp = new ArrayList<>();

        void give(Principal principal, String name, String role, Scope scope) {
            give(principal, name, role, scope, true, Optional.empty());
        }

        void give(
                Principal principal,
                String name,
                String role,
                Scope scope,
                boolean enabled,
                Optional<Instant> expiresAt) {
            held.add(new Held(role, new Holder(principal, name, enabled, expiresAt, scope)));
        }

        @Override
        public List<Holder> holdersBut(Principal one, String role) {
            lookedUp.add(role);
            return held.stream()
                    .filter(some -> some.role().equals(role))
                    .map(Held::holder)
                    .filter(holder -> !holder.principal().equals(one))
                    .toList();
        }
    }

    /// Whoever is known to a vendor has usage in one organization.
    private static final class Used implements Choices {

        @Override
        public List<Organization> organizations(Seen seen, Wanted wanted) {
            return seen.parts().isEmpty()
                    ? List.of()
                    : List.of(new Organization(new Place("used", ""), USED, Optional.empty()));
        }

        @Override
        public List<User> users(Seen seen, Wanted wanted) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Person> people(Seen seen, Wanted wanted) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Name> names(Seen seen, Dimension dimension, Wanted wanted) {
            throw new UnsupportedOperationException();
        }
    }

    private static Scope in(VendorOrganization organization) {
        return new Scope.Organization(organization);
    }

    private List<String> described(Viewer viewer) {
        return findViewers.of(viewer).stream()
                .map(seeing -> seeing.who().name() + " " + roles(seeing))
                .toList();
    }

    private static List<String> roles(Seeing seeing) {
        return seeing.ways().stream().map(Way::role).toList();
    }

    @Test
    void whoeverARoleLetsSeeTheEnterpriseOrAPlaceOfOnesOwnIsNamed() {
        given.give(new Principal.Person(1), "Zoe", "admin", ENTERPRISE);
        given.give(new Principal.Person(2), "bob", "auditor", in(HOME));
        given.give(new Principal.ServiceUser(1), "export", "billing", in(USED));
        given.give(new Principal.Group("/leads"), "/leads", "auditor", ENTERPRISE);
        given.give(new Principal.Person(3), "Mia", "admin", in(FOREIGN));
        given.give(new Principal.Person(4), "Joe", "member", ENTERPRISE);

        assertThat(described(ASKING))
                .containsExactly(
                        "/leads [auditor]", "bob [auditor]", "export [billing]", "Zoe [admin]");
    }

    @Test
    void itIsSaidWhereSomebodySeesWhat() {
        roles.save(new Role("listener", Set.of(Permission.VIEW_ORG_SESSIONS)));
        given.give(new Principal.Person(1), "Zoe", "listener", in(HOME));
        given.give(new Principal.Person(1), "Zoe", "billing", ENTERPRISE);
        given.give(new Principal.Person(1), "Zoe", "billing", in(USED));

        assertThat(findViewers.of(ASKING))
                .singleElement()
                .satisfies(seeing ->
                        assertThat(seeing.ways())
                                .containsExactly(
                                        new Way(
                                                "billing",
                                                ENTERPRISE,
                                                Optional.empty(),
                                                Set.of(Subject.CONSUMPTION, Subject.COSTS)),
                                        new Way(
                                                "listener",
                                                in(HOME),
                                                Optional.of("Platform"),
                                                Set.of(Subject.SESSIONS)),
                                        new Way(
                                                "billing",
                                                in(USED),
                                                Optional.empty(),
                                                Set.of(Subject.CONSUMPTION, Subject.COSTS))));
    }

    @Test
    void severalAccountsOfOnePersonAreOneAndNoneThatIsGoodIsNobody() {
        var zoe = new Principal.Person(1);
        given.give(zoe, "Zoe", "admin", ENTERPRISE);
        given.give(zoe, "Zoe", "admin", ENTERPRISE, true, Optional.of(NOW.plusNanos(1)));
        given.give(new Principal.Person(2), "Zoe", "admin", ENTERPRISE);
        given.give(new Principal.Person(3), "Bob", "admin", ENTERPRISE, false, Optional.empty());
        given.give(new Principal.Person(4), "Mia", "admin", ENTERPRISE, true, Optional.of(NOW));

        assertThat(described(ASKING)).containsExactly("Zoe [admin]", "Zoe [admin]");
    }

    @Test
    void oneselfIsNotNamedAndRolesThatShowNothingAreNotLookedUp() {
        roles.save(new Role("watcher", Set.of(Permission.VIEW_SOURCES)));
        given.give(ANN, "Ann", "admin", ENTERPRISE);

        assertThat(findViewers.of(ASKING)).isEmpty();
        assertThat(given.lookedUp).containsExactly("admin", "auditor", "billing");
    }

    @Test
    void whomNoVendorKnowsIsSeenByThoseWhoSeeEverything() {
        given.give(new Principal.Person(1), "Zoe", "admin", ENTERPRISE);
        given.give(new Principal.Person(2), "Bob", "admin", in(USED));
        var unknown =
                new Viewer(
                        new Account(
                                ANN,
                                "Ann",
                                true,
                                Optional.empty(),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                Set.of()),
                        Flags.NONE,
                        NOW);

        assertThat(described(unknown)).containsExactly("Zoe [admin]");
    }
}

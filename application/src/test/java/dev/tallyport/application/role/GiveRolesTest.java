package dev.tallyport.application.role;

import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_MEMBERSHIP;
import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_SERVICE_USERS;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_CONSUMPTION;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.account.InMemoryAccounts;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.person.InMemoryPeople;
import dev.tallyport.application.role.KeepSomebodyManaging.NobodyLeftException;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GiveRolesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final Scope ENTERPRISE = new Scope.Enterprise();
    private static final Scope ONE =
            new Scope.Organization(new VendorOrganization(new SourceName("acme"), "one"));
    private static final Principal.Person BEN = new Principal.Person(1);
    private static final Principal.ServiceUser ROBOT = new Principal.ServiceUser(1);
    private static final Principal.Person NOBODY_KNOWN = new Principal.Person(404);
    private static final Viewer MANAGER = Viewers.holding(MANAGE_ACCOUNT_MEMBERSHIP);

    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryRoles roles = new InMemoryRoles(people, accounts);
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final GiveRoles giveRoles = giveRoles(roles, audit);

    private static GiveRoles giveRoles(InMemoryRoles roles, InMemoryAuditTrail audit) {
        return new GiveRoles(
                roles,
                roles.catalog(),
                principal -> !principal.equals(NOBODY_KNOWN),
                roles.keepSomebodyManaging(() -> NOW),
                audit,
                () -> NOW);
    }

    static Stream<Principal> recipients() {
        return Stream.of(BEN, ROBOT, new Principal.Group("leads"));
    }

    @ParameterizedTest
    @MethodSource("recipients")
    void whoeverManagesMembershipGivesAnyRoleToAnybody(Principal to) {
        var outcome = giveRoles.give(MANAGER, to, "admin", ENTERPRISE);

        var given = new Assignment(1, to, "admin", ENTERPRISE, NOW, "Mia");
        assertThat(outcome).isEqualTo(Outcome.done(given));
        assertThat(roles.assignments()).containsExactly(given);
    }

    @Test
    void whatIsGivenIsRecordedOnce() {
        var first = giveRoles.give(MANAGER, BEN, "auditor", ONE);
        var again = giveRoles.give(MANAGER, BEN, "auditor", ONE);

        assertThat(again).isEqualTo(first);
        assertThat(roles.assignments()).hasSize(1);
        assertThat(audit.entries())
                .containsExactly(
                        Draft.of(
                                Actor.of(MANAGER),
                                Action.ROLE_GIVEN,
                                "person:1",
                                Map.of("role", "auditor", "scope", "acme/one")));
    }

    @Test
    void whatIsTakenIsRecordedAsItWas() {
        giveRoles.give(MANAGER, BEN, "auditor", ENTERPRISE);

        var outcome = giveRoles.take(MANAGER, 1);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(roles.assignments()).isEmpty();
        assertThat(audit.entries())
                .last()
                .isEqualTo(
                        new Draft(
                                Actor.of(MANAGER),
                                Action.ROLE_TAKEN,
                                "person:1",
                                Map.of("role", "auditor", "scope", "enterprise"),
                                Map.of()));
    }

    @Property(tries = 300)
    void whoeverManagesServiceUsersGivesThemNoMoreThanTheyHold(
            @ForAll Set<Permission> held,
            @ForAll Set<Permission> wanted,
            @ForAll("scopes") Scope scope) {
        var holding = new HashSet<>(held);
        holding.add(MANAGE_ACCOUNT_SERVICE_USERS);
        holding.remove(MANAGE_ACCOUNT_MEMBERSHIP);
        var viewer = Viewers.holding(new Role("held", holding).in(ENTERPRISE));
        var role = new Role("wanted", wanted);
        var fresh = new InMemoryRoles(people, accounts);
        var log = new InMemoryAuditTrail();
        fresh.save(role);

        var outcome = giveRoles(fresh, log).give(viewer, ROBOT, "wanted", scope);

        boolean given =
                !role.in(scope).isEmpty() && viewer.account().grants().containsAll(role.in(scope));
        assertThat(outcome instanceof Outcome.Done).isEqualTo(given);
        assertThat(fresh.assignments()).hasSize(given ? 1 : 0);
        assertThat(log.entries()).hasSize(given ? 1 : 0);
    }

    @Provide
    Arbitrary<Scope> scopes() {
        return Arbitraries.of(ENTERPRISE, ONE);
    }

    @Test
    void whoeverManagesServiceUsersGivesNothingToPeopleAndGroups() {
        var viewer = Viewers.holding(MANAGE_ACCOUNT_SERVICE_USERS, VIEW_ACCOUNT_CONSUMPTION);
        roles.save(new Role("viewer", Set.of(VIEW_ACCOUNT_CONSUMPTION)));

        var toBen = giveRoles.give(viewer, BEN, "viewer", ENTERPRISE);
        var toLeads = giveRoles.give(viewer, new Principal.Group("leads"), "viewer", ENTERPRISE);

        assertThat(toBen).isEqualTo(new Outcome.Forbidden<>());
        assertThat(toLeads).isEqualTo(new Outcome.Forbidden<>());
        assertNothingWasDone();
    }

    @Test
    void whoeverManagesServiceUsersTakesFromThemOnlyWhatTheyHold() {
        var viewer = Viewers.holding(MANAGE_ACCOUNT_SERVICE_USERS, VIEW_ACCOUNT_CONSUMPTION);
        roles.save(new Role("viewer", Set.of(VIEW_ACCOUNT_CONSUMPTION)));
        roles.give(ROBOT, "viewer", ENTERPRISE, "Mia", NOW);
        roles.give(ROBOT, "auditor", ENTERPRISE, "Mia", NOW);
        roles.give(BEN, "viewer", ENTERPRISE, "Mia", NOW);

        var held = giveRoles.take(viewer, 1);
        var more = giveRoles.take(viewer, 2);
        var ofBen = giveRoles.take(viewer, 3);

        assertThat(held).isInstanceOf(Outcome.Done.class);
        assertThat(more).isEqualTo(new Outcome.Forbidden<>());
        assertThat(ofBen).isEqualTo(new Outcome.Forbidden<>());
        assertThat(roles.assignments()).extracting(Assignment::id).containsExactly(2L, 3L);
        assertThat(audit.entries()).hasSize(1);
    }

    @Test
    void aRoleThatAllowsNothingThereIsRefused() {
        roles.save(new Role("org-lead", Set.of(Permission.VIEW_ORG_METRICS)));

        var inOne = giveRoles.give(MANAGER, BEN, "member", ONE);
        var forTheEnterprise = giveRoles.give(MANAGER, BEN, "org-lead", ENTERPRISE);

        assertThat(inOne)
                .isEqualTo(
                        new Outcome.Invalid<>(
                                "scope",
                                "the enterprise: this role allows nothing in an organization",
                                "acme/one"));
        assertThat(forTheEnterprise)
                .isEqualTo(
                        new Outcome.Invalid<>(
                                "scope",
                                "an organization: this role allows nothing for the enterprise",
                                "enterprise"));
        assertNothingWasDone();
    }

    @Test
    void aRoleOrSomebodyThatNobodyKnowsIsRefused() {
        var role = giveRoles.give(MANAGER, BEN, "lead", ENTERPRISE);
        var recipient = giveRoles.give(MANAGER, NOBODY_KNOWN, "admin", ENTERPRISE);

        assertThat(role).isEqualTo(new Outcome.Invalid<>("role", "the name of a role", "lead"));
        assertThat(recipient)
                .isEqualTo(new Outcome.Invalid<>("to", "somebody who is known", "person:404"));
        assertNothingWasDone();
    }

    @Test
    void whoeverOnlySeesMembershipChangesNothing() {
        var viewer = Viewers.holding(VIEW_ACCOUNT_MEMBERSHIP);

        assertThat(giveRoles.give(viewer, ROBOT, "member", ENTERPRISE))
                .isEqualTo(new Outcome.Forbidden<>());
        assertThat(giveRoles.take(viewer, 1)).isEqualTo(new Outcome.Forbidden<>());
        assertNothingWasDone();
    }

    @Test
    void anAssignmentThatThereIsNotCannotBeTaken() {
        assertThat(giveRoles.take(MANAGER, 7)).isEqualTo(new Outcome.Unknown<>("assignment 7"));
        assertNothingWasDone();
    }

    @Test
    void theLastManagerStaysOne() {
        var ann = people.create("Ann", NOW).id();
        accounts.local(ann, "ann", NOW);
        roles.give(ann, "admin", ENTERPRISE, "Tallyport", NOW);

        assertThatThrownBy(() -> giveRoles.take(MANAGER, 1))
                .isInstanceOf(NobodyLeftException.class)
                .hasMessageContaining("ManageAccountMembership");
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void oneOfTwoManagersMayGo() {
        for (var name : new String[] {"ann", "bob"}) {
            var person = people.create(name, NOW).id();
            accounts.local(person, name, NOW);
            roles.give(person, "admin", ENTERPRISE, "Tallyport", NOW);
        }

        assertThat(giveRoles.take(MANAGER, 1)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whoeverManagesServiceUsersSeesOnlyTheirRoles() {
        roles.give(BEN, "auditor", ENTERPRISE, "Mia", NOW);
        roles.give(ROBOT, "auditor", ENTERPRISE, "Mia", NOW);

        assertThat(giveRoles.all(Viewers.holding(VIEW_ACCOUNT_MEMBERSHIP)))
                .isEqualTo(Outcome.done(roles.assignments()));
        assertThat(giveRoles.all(Viewers.holding(MANAGE_ACCOUNT_SERVICE_USERS)))
                .isEqualTo(Outcome.done(roles.assignments().subList(1, 2)));
        assertThat(giveRoles.all(Viewers.holding(VIEW_ACCOUNT_CONSUMPTION)))
                .isEqualTo(new Outcome.Forbidden<>());
    }

    private void assertNothingWasDone() {
        assertThat(roles.assignments()).isEmpty();
        assertThat(audit.entries()).isEmpty();
    }
}

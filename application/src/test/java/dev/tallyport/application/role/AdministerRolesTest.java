package dev.tallyport.application.role;

import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_MEMBERSHIP;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_MEMBERSHIP;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_METRICS;
import static dev.tallyport.domain.access.Permission.VIEW_SOURCES;
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
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdministerRolesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final Viewer MANAGER = Viewers.holding(MANAGE_ACCOUNT_MEMBERSHIP);

    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryRoles roles = new InMemoryRoles(people, accounts);
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final AdministerRoles administerRoles =
            new AdministerRoles(
                    roles, roles.catalog(), roles.keepSomebodyManaging(() -> NOW), audit);

    @Test
    void aRoleIsCreatedChangedAndRemovedAndEachIsRecorded() {
        var created = administerRoles.create(MANAGER, "lead", Set.of(VIEW_ACCOUNT_METRICS));
        var changed =
                administerRoles.change(MANAGER, "lead", Set.of(VIEW_SOURCES, VIEW_ACCOUNT_METRICS));
        var removed = administerRoles.remove(MANAGER, "lead");

        var before = new Role("lead", Set.of(VIEW_ACCOUNT_METRICS));
        var after = new Role("lead", Set.of(VIEW_ACCOUNT_METRICS, VIEW_SOURCES));
        assertThat(List.of(created, changed, removed))
                .containsExactly(Outcome.done(before), Outcome.done(after), Outcome.done(after));
        assertThat(roles.custom()).isEmpty();
        var one = Map.of("permissions", "ViewAccountMetrics");
        var both = Map.of("permissions", "ViewAccountMetrics ViewSources");
        var mia = Actor.of(MANAGER);
        assertThat(audit.entries())
                .containsExactly(
                        new Draft(mia, Action.ROLE_CREATED, "role:lead", Map.of(), one),
                        new Draft(mia, Action.ROLE_CHANGED, "role:lead", one, both),
                        new Draft(mia, Action.ROLE_REMOVED, "role:lead", both, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "member", "auditor", "billing"})
    void whatIsBuiltInStaysAsItIs(String name) {
        var outcomes =
                List.of(
                        administerRoles.create(MANAGER, name, Set.of()),
                        administerRoles.change(MANAGER, name, Set.of()),
                        administerRoles.remove(MANAGER, name));

        assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Conflict);
        assertThat(roles.catalog().all()).isEqualTo(Role.BUILT_IN);
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void aNameIsGivenOnce() {
        administerRoles.create(MANAGER, "lead", Set.of(VIEW_SOURCES));

        var again = administerRoles.create(MANAGER, "lead", Set.of());

        assertThat(again).isInstanceOf(Outcome.Conflict.class);
        assertThat(roles.custom()).containsExactly(new Role("lead", Set.of(VIEW_SOURCES)));
        assertThat(audit.entries()).hasSize(1);
    }

    @Test
    void aNameThatCannotBeIsRefused() {
        assertThat(administerRoles.create(MANAGER, "Lead", Set.of()))
                .isEqualTo(
                        new Outcome.Invalid<>(
                                "name",
                                "lower-case letters, digits and dashes, at most 63 characters",
                                "Lead"));
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void aRoleThatThereIsNotIsUnknown() {
        assertThat(administerRoles.change(MANAGER, "lead", Set.of()))
                .isEqualTo(new Outcome.Unknown<>("role 'lead'"));
        assertThat(administerRoles.remove(MANAGER, "lead"))
                .isEqualTo(new Outcome.Unknown<>("role 'lead'"));
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void whoeverOnlySeesMembershipChangesNothing() {
        var viewer = Viewers.holding(VIEW_ACCOUNT_MEMBERSHIP);

        assertThat(administerRoles.all(viewer)).isEqualTo(Outcome.done(Role.BUILT_IN));
        assertThat(
                        List.of(
                                administerRoles.create(viewer, "lead", Set.of()),
                                administerRoles.change(viewer, "lead", Set.of()),
                                administerRoles.remove(viewer, "lead")))
                .containsOnly(new Outcome.Forbidden<>());
        assertThat(administerRoles.all(Viewers.holding(VIEW_SOURCES)))
                .isEqualTo(new Outcome.Forbidden<>());
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void theRoleOfTheLastManagerGoesOnManagingMembership() {
        var ann = people.create("Ann", NOW).id();
        accounts.local(ann, "ann", NOW);
        roles.save(new Role("keeper", Set.of(MANAGE_ACCOUNT_MEMBERSHIP)));
        roles.give(ann, "keeper", new Scope.Enterprise(), "Tallyport", NOW);

        assertThatThrownBy(() -> administerRoles.change(MANAGER, "keeper", Set.of(VIEW_SOURCES)))
                .isInstanceOf(NobodyLeftException.class);
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void theRoleOfTheLastManagerStays() {
        var ann = people.create("Ann", NOW).id();
        accounts.local(ann, "ann", NOW);
        roles.save(new Role("keeper", Set.of(MANAGE_ACCOUNT_MEMBERSHIP)));
        roles.give(ann, "keeper", new Scope.Enterprise(), "Tallyport", NOW);

        assertThatThrownBy(() -> administerRoles.remove(MANAGER, "keeper"))
                .isInstanceOf(NobodyLeftException.class);
        assertThat(audit.entries()).isEmpty();
    }
}

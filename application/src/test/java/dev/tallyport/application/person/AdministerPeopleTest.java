package dev.tallyport.application.person;

import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.account.InMemoryAccounts;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.role.InMemoryRoles;
import dev.tallyport.application.role.KeepSomebodyManaging.NobodyLeftException;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AdministerPeopleTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final Viewer MANAGER = Viewers.holding(MANAGE_ACCOUNT_MEMBERSHIP);

    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryRoles roles = new InMemoryRoles(people, accounts);
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final AdministerPeople administerPeople =
            new AdministerPeople(
                    people, roles, roles.keepSomebodyManaging(() -> NOW), audit, () -> NOW);
    private final Principal.Person ann = people.create("Ann", NOW).id();
    private final Principal.Person lee = people.create("Lee", NOW).id();

    @Test
    void mergingAndSeparatingAreRecorded() {
        administerPeople.merge(MANAGER, ann, lee);
        administerPeople.separate(MANAGER, ann);

        var mia = Actor.of(MANAGER);
        var into = Map.of("into", "person:2");
        assertThat(audit.entries())
                .containsExactly(
                        new Draft(mia, Action.PERSON_MERGED, "person:1", Map.of(), into),
                        new Draft(mia, Action.PERSON_SEPARATED, "person:1", into, Map.of()));
    }

    @Test
    void theLastManagerIsMergedWithTheirRoles() {
        accounts.local(ann, "ann", NOW);
        roles.give(ann, "admin", new Scope.Enterprise(), "Tallyport", NOW);

        assertThat(administerPeople.merge(MANAGER, ann, lee)).isInstanceOf(Outcome.Done.class);
        assertThat(roles.catalog().managers(NOW)).isEqualTo(1);
    }

    @Test
    void whoManagesOnlyByTheRoleOfAnotherIsNotSeparatedFromThem() {
        accounts.local(ann, "ann", NOW);
        roles.give(lee, "admin", new Scope.Enterprise(), "Tallyport", NOW);
        people.merge(ann, lee, "Mia", NOW);

        assertThatThrownBy(() -> administerPeople.separate(MANAGER, ann))
                .isInstanceOf(NobodyLeftException.class);
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void nobodyIsMergedTwiceOrIntoThemselves() {
        var kim = people.create("Kim", NOW).id();
        people.merge(ann, lee, "Mia", NOW);

        assertThat(administerPeople.merge(MANAGER, ann, kim)).isInstanceOf(Outcome.Conflict.class);
        assertThat(administerPeople.merge(MANAGER, kim, ann)).isInstanceOf(Outcome.Conflict.class);
        assertThat(administerPeople.merge(MANAGER, kim, kim)).isInstanceOf(Outcome.Invalid.class);
        assertThat(administerPeople.separate(MANAGER, kim)).isInstanceOf(Outcome.Conflict.class);
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void whoeverDoesNotManageMembershipChangesNobody() {
        var viewer = Viewers.holding();

        assertThat(administerPeople.merge(viewer, ann, lee)).isEqualTo(new Outcome.Forbidden<>());
        assertThat(administerPeople.separate(viewer, ann)).isEqualTo(new Outcome.Forbidden<>());
        assertThat(administerPeople.create(viewer, "Kim")).isEqualTo(new Outcome.Forbidden<>());
        assertThat(people.areOne(ann, lee)).isFalse();
        assertThat(audit.entries()).isEmpty();
    }
}

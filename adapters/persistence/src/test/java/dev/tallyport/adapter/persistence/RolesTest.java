package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.role.Assignment;
import dev.tallyport.application.role.RoleHolders.Holder;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RolesTest {

    private static final Scope ENTERPRISE = new Scope.Enterprise();
    private static final Scope ORGANIZATION =
            new Scope.Organization(new VendorOrganization(new SourceName("acme"), "org-1"));

    private final AccessDatabase database = AccessDatabase.open();
    private final PostgresRoles roles = database.roles;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasGivenIsListedInTheOrderOfGiving() {
        var ada = database.person("Ada");
        var export = database.serviceUsers.create("export", Optional.empty(), "Ada", AT);
        var first = roles.give(ada, "admin", ENTERPRISE, "Root", AT).orElseThrow();
        var second =
                roles.give(new Principal.Group("/leads"), "member", ORGANIZATION, "Root", AT)
                        .orElseThrow();
        var third =
                roles.give(export.orElseThrow().id(), "auditor", ENTERPRISE, "Root", AT)
                        .orElseThrow();

        assertThat(first)
                .isEqualTo(new Assignment(first.id(), ada, "admin", ENTERPRISE, AT, "Root"));
        assertThat(second.to()).isEqualTo(new Principal.Group("/leads"));
        assertThat(second.scope()).isEqualTo(ORGANIZATION);
        assertThat(roles.assignments()).containsExactly(first, second, third);
        assertThat(roles.assignment(second.id())).contains(second);
    }

    @Test
    void givingWhatWasGivenChangesNothing() {
        var ada = database.person("Ada");
        roles.give(ada, "member", ENTERPRISE, "Root", AT);
        roles.give(ada, "member", ORGANIZATION, "Root", AT);
        var before = roles.assignments();

        assertThat(roles.give(ada, "member", ENTERPRISE, "Bob", AT.plusSeconds(1))).isEmpty();
        assertThat(roles.give(ada, "member", ORGANIZATION, "Bob", AT.plusSeconds(1))).isEmpty();
        assertThat(roles.assignments()).isEqualTo(before).hasSize(2);
    }

    @Test
    void whatWasTakenCanBeGivenAgain() {
        var ada = database.person("Ada");
        var given = roles.give(ada, "member", ENTERPRISE, "Root", AT).orElseThrow();

        roles.take(given.id());

        assertThat(roles.assignment(given.id())).isEmpty();
        assertThat(roles.give(ada, "member", ENTERPRISE, "Root", AT)).isPresent();
    }

    @Test
    void aRoleThatIsRemovedIsTakenFromEverybody() {
        var ada = database.person("Ada");
        roles.save(new Role("lead", Set.of(Permission.VIEW_SOURCES)));
        roles.give(ada, "lead", ENTERPRISE, "Root", AT);
        var other = roles.give(ada, "member", ENTERPRISE, "Root", AT).orElseThrow();

        roles.remove("lead");

        assertThat(roles.custom()).isEmpty();
        assertThat(roles.assignments()).containsExactly(other);
    }

    @Test
    void onlyThoseWhoAreThereCanBeGivenARole() {
        var ada = database.person("Ada");
        var export =
                database.serviceUsers.create("export", Optional.empty(), "Ada", AT).orElseThrow();

        assertThat(roles.isKnown(ada)).isTrue();
        assertThat(roles.isKnown(export.id())).isTrue();
        assertThat(roles.isKnown(new Principal.Group("anything"))).isTrue();
        assertThat(roles.isKnown(new Principal.Person(ada.id() + 1))).isFalse();
        assertThat(roles.isKnown(new Principal.BootstrapKey())).isFalse();

        database.serviceUsers.remove(export.id(), AT);
        assertThat(roles.isKnown(export.id())).isFalse();
    }

    private long managers(Instant now) {
        return roles.managers(List.of("admin", "lead"), now);
    }

    @Test
    void aManagerIsAnAccountWhosePersonHoldsOneOfTheRolesForTheEnterprise() {
        var ada = database.person("Ada");
        account(ada, "ada");
        account(ada, "ada2");
        var bob = database.person("Bob");
        account(bob, "bob");
        roles.give(bob, "admin", ORGANIZATION, "Root", AT);
        roles.give(bob, "member", ENTERPRISE, "Root", AT);
        roles.give(new Principal.Group("admins"), "admin", ENTERPRISE, "Root", AT);
        assertThat(managers(AT)).isZero();

        roles.give(ada, "admin", ENTERPRISE, "Root", AT);
        roles.give(ada, "lead", ENTERPRISE, "Root", AT);

        assertThat(managers(AT)).isEqualTo(2);
    }

    @Test
    void anAccountThatIsGoodForNothingManagesNothing() {
        var ada = database.person("Ada");
        roles.give(ada, "admin", ENTERPRISE, "Root", AT);
        var disabled = account(ada, "disabled");
        var expiring = account(ada, "expiring");
        save(disabled, false, Optional.empty());
        save(expiring, true, Optional.of(AT.plusSeconds(1)));
        database.account(ada, "never-chose-a-password");

        assertThat(managers(AT)).isEqualTo(1);
        assertThat(managers(AT.plusSeconds(1))).isZero();
    }

    private SignInAccount account(Principal.Person person, String login) {
        var account = database.account(person, login);
        database.accounts.setPasswordHash(account.id(), "a hash");
        return account;
    }

    private void save(SignInAccount account, boolean enabled, Optional<Instant> expiresAt) {
        database.accounts.save(
                new SignInAccount(
                        account.id(),
                        account.person(),
                        account.provided(),
                        account.login(),
                        account.name(),
                        account.address(),
                        account.addressVerified(),
                        enabled,
                        expiresAt,
                        account.createdAt(),
                        account.lastSignedInAt()));
    }

    @Test
    void whoeverIsOneWithAManagerManages() {
        var ada = database.person("Ada");
        var former = database.person("Ada as she was");
        var last = database.person("Ada as she will be");
        account(ada, "ada");
        account(last, "last");
        roles.give(former, "admin", ENTERPRISE, "Root", AT);
        database.people.merge(former, ada, "Root", AT);

        assertThat(managers(AT)).isEqualTo(1);

        database.people.merge(ada, last, "Root", AT);
        assertThat(managers(AT)).isEqualTo(2);

        database.people.separate(former, "Root", AT);
        assertThat(managers(AT)).isZero();
    }

    private List<Holder> admins(Principal butOne) {
        return roles.holdersBut(butOne, "admin");
    }

    @Test
    void aRoleIsHeldByPeopleWithAnAccountByServiceUsersAndByGroups() {
        var ada = database.person("Ada");
        var expiring = account(ada, "ada");
        save(expiring, false, Optional.of(AT));
        var export =
                database.serviceUsers
                        .create("export", Optional.of(AT), "Ada", AT)
                        .orElseThrow()
                        .id();
        var leads = new Principal.Group("/leads");
        roles.give(ada, "admin", ORGANIZATION, "Root", AT);
        roles.give(export, "admin", ENTERPRISE, "Root", AT);
        roles.give(leads, "admin", ENTERPRISE, "Root", AT);
        roles.give(leads, "auditor", ENTERPRISE, "Root", AT);
        roles.give(database.person("Bob"), "admin", ENTERPRISE, "Root", AT);

        assertThat(admins(new Principal.BootstrapKey()))
                .containsExactlyInAnyOrder(
                        new Holder(ada, "Ada", false, Optional.of(AT), ORGANIZATION),
                        new Holder(export, "export", true, Optional.of(AT), ENTERPRISE),
                        new Holder(leads, "/leads", true, Optional.empty(), ENTERPRISE));
        assertThat(admins(export)).extracting(Holder::principal).doesNotContain(export);

        database.serviceUsers.remove(export, AT);
        assertThat(admins(ada)).extracting(Holder::principal).containsExactly(leads);
    }

    @Test
    void whoeverIsOneWithAHolderHoldsTheRoleUnderOneName() {
        var ada = database.person("Ada");
        var former = database.person("Ada as she was");
        account(ada, "ada");
        account(former, "former");
        roles.give(former, "admin", ENTERPRISE, "Root", AT);
        database.people.merge(former, ada, "Root", AT);

        var holder = new Holder(ada, "Ada", true, Optional.empty(), ENTERPRISE);
        assertThat(admins(database.person("Bob"))).containsExactly(holder, holder);
        assertThat(admins(ada)).isEmpty();
        assertThat(admins(former)).isEmpty();
    }
}

package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.flag.FlagCatalog.Setting;
import dev.tallyport.application.person.People.How;
import dev.tallyport.application.person.People.Match;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.flag.Flag;
import dev.tallyport.domain.flag.FlagSettings;
import dev.tallyport.domain.flag.FlagState;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RightsTest {

    private static final Scope ENTERPRISE = new Scope.Enterprise();
    private static final Scope ORGANIZATION =
            new Scope.Organization(new VendorOrganization(new SourceName("acme"), "org-1"));

    private final AccessDatabase database = AccessDatabase.open();

    @AfterEach
    void close() {
        database.close();
    }

    private void give(Principal to, String role, Scope scope) {
        assertThat(database.roles.give(to, role, scope, "Ada", AT)).isPresent();
    }

    private Set<Grant> grants(Principal principal, String... groups) {
        return database.rights.of(principal, Set.of(groups)).grants();
    }

    @Test
    void nobodyHoldsAnythingThatWasNotGiven() {
        give(database.person("Ada"), "admin", ENTERPRISE);
        give(new Principal.Group("leads"), "admin", ENTERPRISE);
        var bob = database.person("Bob");

        var held = database.rights.of(bob, Set.of("others"));

        assertThat(held.grants()).isEmpty();
        assertThat(held.linkedTo()).isEmpty();
        assertThat(held.memberOf()).isEmpty();
    }

    @Test
    void aRoleAllowsItsPermissionsWhereItWasGiven() {
        var ada = database.person("Ada");
        give(ada, "billing", ORGANIZATION);
        give(ada, "member", ENTERPRISE);

        assertThat(grants(ada))
                .containsExactlyInAnyOrder(
                        new Grant(Permission.MANAGE_BILLING, ORGANIZATION),
                        new Grant(Permission.VIEW_ORG_CONSUMPTION, ORGANIZATION),
                        new Grant(Permission.VIEW_PERSONAL_ANALYTICS, ENTERPRISE));
    }

    @Test
    void aCustomRoleAllowsWhatItAllowsNow() {
        var ada = database.person("Ada");
        database.roles.save(new Role("lead", EnumSet.of(Permission.VIEW_SOURCES)));
        give(ada, "lead", ENTERPRISE);
        database.roles.save(new Role("lead", EnumSet.of(Permission.VIEW_AUDIT_LOG)));

        assertThat(grants(ada)).containsExactly(new Grant(Permission.VIEW_AUDIT_LOG, ENTERPRISE));
    }

    @Test
    void whatThisVersionDoesNotKnowAllowsNothing() {
        var ada = database.person("Ada");
        database.database.update(
                "insert into role (name, permissions) values ('lead', '{ViewSources,FlyToMars}')");
        give(ada, "lead", ENTERPRISE);
        give(ada, "no-such-role", ENTERPRISE);

        assertThat(grants(ada)).containsExactly(new Grant(Permission.VIEW_SOURCES, ENTERPRISE));
        assertThat(database.roles.custom())
                .containsExactly(new Role("lead", Set.of(Permission.VIEW_SOURCES)));
    }

    @Test
    void aGroupIsTheSameWithAndWithoutItsFirstSlashAndDiffersByAnythingElse() {
        var ada = database.person("Ada");
        give(new Principal.Group("/leads"), "member", ENTERPRISE);
        give(new Principal.Group("finance/eu"), "billing", ORGANIZATION);

        assertThat(grants(ada, "leads")).isEqualTo(Role.MEMBER.in(ENTERPRISE));
        assertThat(grants(ada, "/leads")).isEqualTo(Role.MEMBER.in(ENTERPRISE));
        assertThat(grants(ada, "/finance/eu")).isEqualTo(Role.BILLING.in(ORGANIZATION));
        assertThat(grants(ada, "//leads", "Leads", "lead_", "finance", "eu")).isEmpty();
    }

    @Test
    void peopleWhoAreOneHoldAllOfWhatEachWasGiven() {
        var ada = database.person("Ada");
        var lovelace = database.person("Lovelace");
        var countess = database.person("Countess");
        give(ada, "member", ENTERPRISE);
        database.people.merge(lovelace, ada, "Root", AT);
        database.people.merge(ada, countess, "Root", AT);

        assertThat(List.of(lovelace, ada, countess))
                .allSatisfy(one -> assertThat(grants(one)).isEqualTo(Role.MEMBER.in(ENTERPRISE)));

        database.people.separate(ada, "Root", AT);

        assertThat(grants(lovelace)).isEqualTo(Role.MEMBER.in(ENTERPRISE));
        assertThat(grants(countess)).isEmpty();
    }

    @Test
    void whatIsLinkedToOneIsLinkedToAllWhoAreOne() {
        var acme = database.source("acme", "devin");
        var user = database.user(acme, "email|1", "ada@example.org", "org-1", "org-2");
        var former = database.user(acme, "email|2", "ada@example.org", "org-3");
        var ada = database.person("Ada");
        var countess = database.person("Countess");
        database.people.link(new Match(ada, user), How.BY_HAND, "Root", AT);
        database.people.link(new Match(ada, former), How.BY_HAND, "Root", AT);
        database.people.detach(new Match(ada, former), "Root", AT);
        database.people.merge(countess, ada, "Root", AT);

        var held = database.rights.of(countess, Set.of());

        assertThat(held.linkedTo()).containsExactly(user);
        assertThat(held.memberOf())
                .containsExactlyInAnyOrder(
                        new VendorOrganization(acme, "org-1"),
                        new VendorOrganization(acme, "org-2"));
    }

    @Test
    void aServiceUserHoldsItsOwnAndNotThoseOfThePersonOfThatNumber() {
        var ada = database.person("Ada");
        give(ada, "admin", ENTERPRISE);
        database.database.update(
                "insert into service_user (id, name, created_at, created_by)"
                        + " overriding system value values (?, 'export', ?, 'Ada')",
                ada.id(),
                AT);
        var export = new Principal.ServiceUser(ada.id());
        give(export, "auditor", ENTERPRISE);

        assertThat(grants(export)).isEqualTo(Role.AUDITOR.in(ENTERPRISE));
        assertThat(grants(ada)).isEqualTo(Role.ADMIN.in(ENTERPRISE));
        assertThat(grants(new Principal.BootstrapKey())).isEmpty();
    }

    @Test
    void everyFlagComesAlongAsItWasSet() {
        var on = new FlagState(true, Optional.of(AT), Optional.of(AT.plusSeconds(3600)));
        var off = FlagState.of(false);
        database.flags.set(
                Flag.EXPOSE_PERSONAL_ANALYTICS, new Setting(ENTERPRISE, on, "Ada", AT, ""));
        database.flags.set(
                Flag.EXPOSE_PERSONAL_ANALYTICS, new Setting(ORGANIZATION, off, "Ada", AT, "no"));
        database.flags.define(new Flag("unset"), "Nothing yet.");

        var flags = database.rights.of(new Principal.BootstrapKey(), Set.of()).flags();

        assertThat(flags.settings())
                .isEqualTo(
                        Map.of(
                                Flag.EXPOSE_PERSONAL_ANALYTICS,
                                new FlagSettings(
                                        Optional.of(on),
                                        Map.of(
                                                ((Scope.Organization) ORGANIZATION).organization(),
                                                off)),
                                new Flag("unset"),
                                FlagSettings.NONE));
    }

    @Test
    void projectsAreLookedForInSourcesOfTheConnectorOrElseInAll() {
        var acme = database.source("acme", "devin");
        var inAcme = database.organization(acme, "apollo");

        assertThat(database.rights.named(Set.of("apollo", "gemini"), "codemie"))
                .containsExactly(inAcme);

        var mie = database.source("mie", "codemie");
        assertThat(database.rights.named(Set.of("apollo"), "codemie")).isEmpty();

        var inMie = database.organization(mie, "apollo");
        assertThat(database.rights.named(Set.of("apollo"), "codemie")).containsExactly(inMie);
    }
}

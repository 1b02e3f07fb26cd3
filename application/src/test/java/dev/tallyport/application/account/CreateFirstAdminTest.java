package dev.tallyport.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.person.InMemoryPeople;
import dev.tallyport.application.role.InMemoryRoles;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CreateFirstAdminTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryRoles roles = new InMemoryRoles(people, accounts);
    private final CountingPasswords passwords = new CountingPasswords();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final CreateFirstAdmin createFirstAdmin = createFirstAdmin(true);

    private CreateFirstAdmin createFirstAdmin(boolean localAccounts) {
        return new CreateFirstAdmin(
                accounts,
                people,
                roles,
                passwords,
                new SignInWays(localAccounts, false),
                audit,
                () -> NOW);
    }

    @Test
    void aNewInstallationHasOneManagerWhosePasswordIsToldOnce() {
        var told = createFirstAdmin.ifNeeded(Optional.empty());
        var toldAgain = createFirstAdmin.ifNeeded(Optional.empty());

        assertThat(told).contains("generated-password");
        assertThat(toldAgain).isEmpty();
        var admin = accounts.findLocal("admin").orElseThrow();
        assertThat(accounts.passwordHash(admin.id())).contains(passwords.hash(told.orElseThrow()));
        assertThat(roles.catalog().managers(NOW)).isEqualTo(1);
        assertThat(audit.entries()).hasSize(1);
        assertThat(audit.entries().toString()).doesNotContain("generated-password");
    }

    @Test
    void aPasswordThatWasGivenIsNotTold() {
        assertThat(createFirstAdmin.ifNeeded(Optional.of("given"))).isEmpty();
        assertThat(accounts.passwordHash(accounts.findLocal("admin").orElseThrow().id()))
                .contains(passwords.hash("given"));
        assertThat(audit.entries().toString()).doesNotContain("given");
    }

    @Test
    void nothingIsCreatedWhereThereIsAnAccountOrNoneMayBe() {
        createFirstAdmin(false).ifNeeded(Optional.empty());
        assertThat(accounts.all()).isEmpty();
        var ann = accounts.local(people.create("Ann", NOW).id(), "ann", NOW);

        createFirstAdmin.ifNeeded(Optional.empty());

        assertThat(accounts.all()).containsExactly(ann);
        assertThat(audit.entries()).isEmpty();
    }
}

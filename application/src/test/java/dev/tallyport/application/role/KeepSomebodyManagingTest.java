package dev.tallyport.application.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tallyport.application.account.InMemoryAccounts;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.person.InMemoryPeople;
import dev.tallyport.application.role.KeepSomebodyManaging.NobodyLeftException;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class KeepSomebodyManagingTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    /// Three people with an account each, of whom any may manage membership by either role.
    static final class Installation {

        final InMemoryPeople people = new InMemoryPeople();
        final InMemoryAccounts accounts = new InMemoryAccounts();
        final InMemoryRoles roles = new InMemoryRoles(people, accounts);
        final KeepSomebodyManaging keepSomebodyManaging = roles.keepSomebodyManaging(() -> NOW);

        Installation() {
            roles.save(new Role("keeper", Set.of(Permission.MANAGE_ACCOUNT_MEMBERSHIP)));
            for (var name : List.of("ann", "bob", "cid")) {
                accounts.local(people.create(name, NOW).id(), name, NOW);
            }
        }

        long managers() {
            return roles.catalog().managers(NOW);
        }

        void give(int person, String role) {
            roles.give(
                    new Principal.Person(person), role, new Scope.Enterprise(), "Tallyport", NOW);
        }

        void merge(int person, int into) {
            people.merge(
                    new Principal.Person(person), new Principal.Person(into), "Tallyport", NOW);
        }
    }

    /// Something that may be done to an installation, described for people to read.
    record Change(String what, Consumer<Installation> how) {

        @Override
        public String toString() {
            return what;
        }
    }

    @Property
    void whereSomebodyManagesMembershipSomebodyGoesOnTo(
            @ForAll("changes") List<Change> before, @ForAll("changes") List<Change> changes) {
        var installation = new Installation();
        before.forEach(change -> change.how().accept(installation));

        for (var change : changes) {
            long managers = installation.managers();
            boolean refused = false;
            try {
                installation.keepSomebodyManaging.during(() -> change.how().accept(installation));
            } catch (NobodyLeftException e) {
                refused = true;
            }

            assertThat(refused)
                    .as("%s is refused", change)
                    .isEqualTo(managers > 0 && installation.managers() == 0);
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Arbitraries.of(
                        new Change("Ann keeps", one -> one.give(1, "keeper")),
                        new Change("Bob is an admin", one -> one.give(2, "admin")),
                        new Change("Cid is a member", one -> one.give(3, "member")),
                        new Change("the first is taken", one -> one.roles.take(1)),
                        new Change("the second is taken", one -> one.roles.take(2)),
                        new Change("no keepers", one -> one.roles.remove("keeper")),
                        new Change(
                                "keepers keep nothing",
                                one -> one.roles.save(new Role("keeper", Set.of()))),
                        new Change(
                                "Ann is disabled",
                                one -> one.accounts.disable(one.accounts.all().getFirst())),
                        new Change(
                                "Ann expires now",
                                one -> one.accounts.expire(one.accounts.all().getFirst(), NOW)),
                        new Change(
                                "Ann expires later",
                                one ->
                                        one.accounts.expire(
                                                one.accounts.all().getFirst(), NOW.plusNanos(1))),
                        new Change(
                                "Bob's account is removed",
                                one -> one.accounts.remove(new AccountId(2))),
                        new Change("Cid is Bob", one -> one.merge(3, 2)),
                        new Change(
                                "Cid is not Bob",
                                one ->
                                        one.people.separate(
                                                new Principal.Person(3), "Tallyport", NOW)))
                .list()
                .ofMaxSize(6);
    }

    @Test
    void anInstallationThatNobodyManagesIsChangedFreely() {
        var installation = new Installation();

        assertThatCode(() ->
                        installation.keepSomebodyManaging.during(
                                () -> installation.roles.remove("keeper")))
                .doesNotThrowAnyException();
    }
}

package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.person.People.How;
import dev.tallyport.application.person.People.Known;
import dev.tallyport.application.person.People.Link;
import dev.tallyport.application.person.People.Match;
import dev.tallyport.application.person.People.Person;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PeopleTest {

    private static final Instant LATER = AT.plusSeconds(60);
    private static final Duration WAITING = Duration.ofMillis(200);

    private final AccessDatabase database = AccessDatabase.open();
    private final PostgresPeople people = database.people;
    private final SourceName acme = database.source("acme", "devin");
    private final Principal.Person ada = database.person("Ada");
    private final Principal.Person bob = database.person("Bob");

    @AfterEach
    void close() {
        database.close();
    }

    private VendorUser user(String id, String email) {
        return database.user(acme, id, email);
    }

    private List<Match> matches() {
        return people.matches(Optional.empty(), 500);
    }

    private static Link link(Principal.Person person, VendorUser user) {
        return new Link(person, user, How.BY_HAND, AT, "Root", Optional.empty(), Optional.empty());
    }

    private static Link detached(Principal.Person person, VendorUser user) {
        return new Link(
                person, user, How.BY_HAND, AT, "Root", Optional.of(LATER), Optional.of("Eve"));
    }

    private boolean linkByHand(Principal.Person person, VendorUser user) {
        return people.link(new Match(person, user), How.BY_HAND, "Root", AT);
    }

    @Test
    void aPersonIsFoundAsCreated() {
        var created = people.create("Eve", AT);

        assertThat(created).isEqualTo(new Person(created.id(), "Eve", Optional.empty(), AT));
        assertThat(people.find(created.id())).contains(created);
        assertThat(people.find(new Principal.Person(-1))).isEmpty();
    }

    @Test
    void aVerifiedAddressMatchesInWhateverCaseAndBlanks() {
        var user = user("email|1", " ADA@Example.org");
        user("email|2", "ada@example.com");
        database.verified(ada, "ada", "Ada@example.ORG ");

        assertThat(matches()).containsExactly(new Match(ada, user));
        assertThat(people.matches(Optional.of("aDa@example.org"), 500))
                .containsExactly(new Match(ada, user));
        assertThat(people.matches(Optional.of("ada@example.com"), 500)).isEmpty();
    }

    @Test
    void anUnverifiedAddressMatchesNobody() {
        user("email|1", "ada@example.org");
        database.account(ada, "ada", Optional.of("ada@example.org"), false);

        assertThat(matches()).isEmpty();
    }

    @Test
    void anAddressOfTwoPeopleMatchesNeither() {
        user("email|1", "shared@example.org");
        database.verified(ada, "ada", "shared@example.org");
        database.verified(bob, "bob", "shared@example.org");

        assertThat(matches()).isEmpty();
    }

    @Test
    void anAddressOfTwoAccountsOfOnePersonMatches() {
        var user = user("email|1", "ada@example.org");
        database.verified(ada, "ada", "ada@example.org");
        database.verified(ada, "ada2", "ada@example.org");

        assertThat(matches()).containsExactly(new Match(ada, user));
    }

    @Test
    void anAddressOfPeopleWhoAreOneMatches() {
        var user = user("email|1", "ada@example.org");
        database.verified(ada, "ada", "ada@example.org");
        database.verified(bob, "bob", "ada@example.org");
        people.merge(ada, bob, "Root", AT);

        assertThat(matches()).containsExactly(new Match(ada, user));
    }

    @Test
    void aDisabledAccountNeitherMatchesNorStandsInTheWay() {
        var user = user("email|1", "ada@example.org");
        disable(database.verified(bob, "bob", "ada@example.org"));
        assertThat(matches()).isEmpty();

        database.verified(ada, "ada", "ada@example.org");
        assertThat(matches()).containsExactly(new Match(ada, user));
    }

    private void disable(SignInAccount account) {
        database.database.update(
                "update account set enabled = false where id = ?", account.id().value());
    }

    @Test
    void aBlankAddressMatchesNobody() {
        user("email|1", " ");
        database.verified(ada, "ada", "");

        assertThat(matches()).isEmpty();
    }

    @Test
    void aVendorsServiceUserMatchesNobody() {
        user("bot", "ada@example.org");
        database.database.update("update vendor_user set service_user = true");
        database.verified(ada, "ada", "ada@example.org");

        assertThat(matches()).isEmpty();
    }

    @Test
    void whoeverIsLinkedMatchesNobodyElse() {
        var user = user("email|1", "ada@example.org");
        database.verified(ada, "ada", "ada@example.org");
        linkByHand(bob, user);

        assertThat(matches()).isEmpty();
    }

    @Test
    void whoeverWasDetachedFromAPersonNeverMatchesThemOrWhoeverIsOneWithThem() {
        var user = user("email|1", "ada@example.org");
        database.verified(ada, "ada", "ada@example.org");
        linkByHand(bob, user);
        people.detach(new Match(bob, user), "Eve", LATER);
        assertThat(matches()).containsExactly(new Match(ada, user));

        people.merge(ada, bob, "Root", AT);
        assertThat(matches()).isEmpty();

        people.separate(ada, "Root", AT);
        assertThat(matches()).hasSize(1);
    }

    @Test
    void detachingFromOneOfTwoWithTheAddressDoesNotMakeItTheOthers() {
        var user = user("email|1", "shared@example.org");
        database.verified(ada, "ada", "shared@example.org");
        database.verified(bob, "bob", "shared@example.org");
        linkByHand(ada, user);

        people.detach(new Match(ada, user), "Eve", LATER);

        assertThat(matches()).isEmpty();
    }

    @Test
    void oneUserIsLinkedToOnePersonAtATime() {
        var user = user("email|1", "ada@example.org");

        assertThat(linkByHand(ada, user)).isTrue();
        assertThat(linkByHand(bob, user)).isFalse();
        assertThat(people.links(ada)).containsExactly(link(ada, user));
        assertThat(people.links(bob)).isEmpty();
    }

    @Test
    void theJournalKeepsWhatWasDetached() {
        var user = user("email|1", "ada@example.org");
        linkByHand(ada, user);
        people.detach(new Match(bob, user), "Eve", LATER);
        assertThat(people.links(ada)).hasSize(1);

        people.detach(new Match(ada, user), "Eve", LATER);
        linkByHand(ada, user);

        assertThat(people.links(ada)).containsExactly(link(ada, user));
        assertThat(people.journal(ada)).containsExactly(detached(ada, user), link(ada, user));
    }

    @Test
    void linksAndJournalCoverThoseWhoAreMergedIntoThePersonNow() {
        var first = user("email|1", "ada@example.org");
        var second = user("email|2", "bob@example.org");
        linkByHand(bob, second);
        linkByHand(ada, first);
        people.merge(ada, bob, "Root", AT);

        assertThat(people.links(bob)).containsExactly(link(ada, first), link(bob, second));
        assertThat(people.journal(bob)).containsExactly(link(bob, second), link(ada, first));
        assertThat(people.journal(ada)).containsExactly(link(ada, first));

        people.separate(ada, "Root", AT);
        assertThat(people.journal(bob)).containsExactly(link(bob, second));
    }

    @Test
    void mergingIsSaidOfThePersonAndJournalled() {
        people.merge(ada, bob, "Root", AT);
        assertThat(people.find(ada).orElseThrow().mergedInto()).contains(bob);

        people.separate(ada, "Eve", LATER);
        people.merge(ada, bob, "Root", LATER);

        assertThat(people.find(ada).orElseThrow().mergedInto()).contains(bob);
        assertThat(
                        database.database.query(
                                "select merged_by, undone_by from person_merge order by id",
                                row -> row.getString(1) + " " + row.getString(2)))
                .containsExactly("Root Eve", "Root null");
    }

    @Test
    void onlyPeopleOfTheirOwnAreMerged() {
        var eve = database.person("Eve");
        people.merge(ada, bob, "Root", AT);

        assertThatThrownBy(() -> people.merge(ada, eve, "Root", AT))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> people.merge(bob, ada, "Root", AT))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> people.merge(eve, eve, "Root", AT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void peopleAreFoundByNameOrByAnAddressOfAnAccountOfTheirs() {
        database.account(bob, "bob", Optional.of("Bobby@example.org"), false);

        assertThat(people.search("aD", Optional.empty(), 10))
                .extracting(Person::id)
                .containsExactly(ada);
        assertThat(people.search("BBY@", Optional.empty(), 10))
                .extracting(Person::id)
                .containsExactly(bob);
        assertThat(people.search("", Optional.empty(), 10))
                .extracting(Person::id)
                .containsExactly(ada, bob);
        assertThat(people.search("_", Optional.empty(), 10)).isEmpty();
        assertThat(people.search("%", Optional.empty(), 10)).isEmpty();
    }

    @Test
    void pagesOfPeopleFollowEachOtherWhereNamesAreTheSame() {
        var otherAda = database.person("Ada");

        var first = people.search("", Optional.empty(), 1);
        var second = people.search("", Optional.of(first.getFirst().id()), 1);
        var third = people.search("", Optional.of(second.getFirst().id()), 5);

        assertThat(first).extracting(Person::id).containsExactly(ada);
        assertThat(second).extracting(Person::id).containsExactly(otherAda);
        assertThat(third).extracting(Person::id).containsExactly(bob);
    }

    @Test
    void vendorUsersAreFoundByIdNameOrAddress() {
        var linked = user("email|1", "Ada@example.org");
        var bot = user("bot", "none@example.org");
        database.database.update(
                "update vendor_user set service_user = true, name = 'Robot', email = null"
                        + " where external_id = 'bot'");
        linkByHand(ada, linked);
        var known =
                new Known(
                        linked,
                        Optional.empty(),
                        Optional.of("Ada@example.org"),
                        false,
                        Optional.of(ada));
        var unlinked =
                new Known(bot, Optional.of("Robot"), Optional.empty(), true, Optional.empty());

        assertThat(people.known(linked)).contains(known);
        assertThat(people.known(new VendorUser(acme, "nobody"))).isEmpty();
        assertThat(people.searchKnown("", false, 10)).containsExactly(unlinked, known);
        assertThat(people.searchKnown("", false, 1)).containsExactly(unlinked);
        assertThat(people.searchKnown("", true, 10)).containsExactly(unlinked);
        assertThat(people.searchKnown("ada@", false, 10)).containsExactly(known);
        assertThat(people.searchKnown("ROBOT", false, 10)).containsExactly(unlinked);
        assertThat(people.searchKnown("MAIL|", false, 10)).containsExactly(known);
        assertThat(people.searchKnown("%", false, 10)).isEmpty();
    }

    @Test
    void ofTwoWhoLinkAtOnceOneIsFaster() {
        var name = Postgres.newDatabase();
        try (var one = AccessDatabase.in(Postgres.connect(name));
                var other = AccessDatabase.in(Postgres.connect(name))) {
            var user = one.user(one.source("acme", "devin"), "email|1", "ada@example.org");
            var first = new Match(one.person("Ada"), user);
            var second = new Match(one.person("Bob"), user);
            one.commit();

            assertThat(one.people.link(first, How.BY_HAND, "Root", AT)).isTrue();
            var slower =
                    CompletableFuture.supplyAsync(
                            () -> other.people.link(second, How.BY_HAND, "Root", AT),
                            Postgres.AT_ONCE);
            assertThat(slower).failsWithin(WAITING);
            one.commit();

            assertThat(slower).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
        }
    }

    @Test
    void twoWhoLinkAndRecordTheSameUsersAtOnceDoNotWaitForEachOther() {
        var name = Postgres.newDatabase();
        try (var one = AccessDatabase.in(Postgres.connect(name));
                var other = AccessDatabase.in(Postgres.connect(name))) {
            var source = one.source("acme", "devin");
            var person = one.person("Ada");
            var first = new Match(person, one.user(source, "email|1", "ada@example.org"));
            var second = new Match(person, one.user(source, "email|2", "ada@example.org"));
            one.commit();

            one.people.link(first, How.VERIFIED_ADDRESS, "Tallyport", AT);
            record(one);
            var slower =
                    CompletableFuture.runAsync(
                            () -> {
                                other.people.link(second, How.VERIFIED_ADDRESS, "Tallyport", AT);
                                record(other);
                            },
                            Postgres.AT_ONCE);
            assertThat(slower).failsWithin(WAITING);
            one.people.link(second, How.VERIFIED_ADDRESS, "Tallyport", AT);
            record(one);
            one.commit();

            assertThat(slower).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    private static void record(AccessDatabase database) {
        database.audit.record(Draft.of(Actor.TALLYPORT, Action.PERSON_LINKED, "x", Map.of()));
    }

    @Test
    void ofTwoWhoMergeInACircleOneIsRefused() {
        var name = Postgres.newDatabase();
        try (var one = AccessDatabase.in(Postgres.connect(name));
                var other = AccessDatabase.in(Postgres.connect(name))) {
            var first = one.person("Ada");
            var second = one.person("Bob");
            one.commit();

            one.people.merge(first, second, "Root", AT);
            var slower =
                    CompletableFuture.runAsync(
                            () -> other.people.merge(second, first, "Root", AT), Postgres.AT_ONCE);
            assertThat(slower).failsWithin(WAITING);
            one.commit();

            assertThat(slower)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingRootCause()
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}

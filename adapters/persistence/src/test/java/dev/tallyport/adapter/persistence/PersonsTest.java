package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.person.People.How;
import dev.tallyport.application.person.People.Match;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PersonsTest {

    private static final Instant LATER = AT.plusSeconds(60);

    private final AccessDatabase database = AccessDatabase.open();
    private final PostgresPersons persons = new PostgresPersons(database.database);
    private final SourceName acme = database.source("acme", "devin");
    private final Principal.Person ada = database.person("Ada");
    private final Principal.Person bob = database.person("Bob");
    private final VendorUser one = database.user(acme, "email|1", "one@example.org");
    private final VendorUser two = database.user(acme, "email|2", "two@example.org");

    @AfterEach
    void close() {
        database.close();
    }

    private void link(Principal.Person person, VendorUser user, Instant at) {
        database.people.link(new Match(person, user), How.BY_HAND, "Root", at);
    }

    private Map<VendorUser, Principal.Person> now() {
        return persons.linked(Optional.empty());
    }

    private Map<VendorUser, Principal.Person> asKnownOn(Instant instant) {
        return persons.linked(Optional.of(instant));
    }

    @Test
    void aUserIsWhomTheyAreLinkedToFromThenOn() {
        link(ada, one, LATER);

        assertThat(now()).isEqualTo(Map.of(one, ada));
        assertThat(asKnownOn(LATER)).isEqualTo(Map.of(one, ada));
        assertThat(asKnownOn(LATER.minusSeconds(1))).isEmpty();
    }

    @Test
    void aLinkThatIsDetachedStaysKnownAsOfBefore() {
        link(ada, one, AT);
        database.people.detach(new Match(ada, one), "Root", LATER);

        assertThat(now()).isEmpty();
        assertThat(asKnownOn(AT)).isEqualTo(Map.of(one, ada));
    }

    @Test
    void peopleWhoAreMergedAreOneFromThenOnAndUntilTheyAreParted() {
        link(ada, one, AT);
        link(bob, two, AT);
        database.people.merge(ada, bob, "Root", LATER);

        assertThat(now()).isEqualTo(Map.of(one, bob, two, bob));
        assertThat(asKnownOn(AT)).isEqualTo(Map.of(one, ada, two, bob));

        database.people.separate(ada, "Root", LATER.plusSeconds(60));

        assertThat(now()).isEqualTo(Map.of(one, ada, two, bob));
        assertThat(asKnownOn(LATER)).isEqualTo(Map.of(one, bob, two, bob));
    }
}

package dev.tallyport.application.person;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.person.People.Match;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Links vendor users to people by their verified addresses.
@ApplicationScoped
public class LinkPeople {

    private static final int AT_ONCE = 500;

    private final People people;
    private final AuditTrail audit;
    private final InstantSource clock;

    LinkPeople(People people, AuditTrail audit, InstantSource clock) {
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those who state this address.
    @Transactional
    public void link(String address) {
        link(people.matches(Optional.of(address), AT_ONCE));
    }

    /// So many of all that nobody who waits for the audit log waits long.
    ///
    /// @return whether there may be more
    @Transactional
    public boolean linkSome() {
        var matches = people.matches(Optional.empty(), AT_ONCE);
        link(matches);
        return matches.size() == AT_ONCE;
    }

    private void link(List<Match> matches) {
        for (var match : matches) {
            var linked =
                    people.link(
                            match,
                            People.How.VERIFIED_ADDRESS,
                            Actor.TALLYPORT.name(),
                            clock.instant());
            if (linked) {
                audit.record(
                        Draft.of(
                                Actor.TALLYPORT,
                                Action.PERSON_LINKED,
                                Names.of(match.person()),
                                Map.of(
                                        "source", match.user().source().value(),
                                        "user", match.user().id(),
                                        "how", "verified address")));
            }
        }
    }
}

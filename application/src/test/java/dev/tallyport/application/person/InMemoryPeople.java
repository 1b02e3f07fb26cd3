package dev.tallyport.application.person;

import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.VendorUser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// People in memory, of whom no vendor knows any.
public final class InMemoryPeople implements People {

    private final Map<Principal.Person, Person> people = new LinkedHashMap<>();

    /// Links nobody, as there is no vendor's user.
    public LinkPeople linkPeople(AuditTrail audit, InstantSource clock) {
        return new LinkPeople(this, audit, clock);
    }

    /// Whether they are the same person, or merged into one.
    public boolean areOne(Principal.Person one, Principal.Person other) {
        return root(one).equals(root(other));
    }

    private Principal.Person root(Principal.Person id) {
        return find(id).flatMap(Person::mergedInto).map(this::root).orElse(id);
    }

    @Override
    public Person create(String name, Instant at) {
        var person =
                new Person(new Principal.Person(people.size() + 1), name, Optional.empty(), at);
        people.put(person.id(), person);
        return person;
    }

    @Override
    public Optional<Person> find(Principal.Person id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public List<Person> search(String text, Optional<Principal.Person> after, int most) {
        return people.values().stream()
                .filter(person -> person.name().contains(text))
                .filter(person -> after.map(last -> last.id() < person.id().id()).orElse(true))
                .limit(most)
                .toList();
    }

    @Override
    public List<Link> links(Principal.Person person) {
        return List.of();
    }

    @Override
    public List<Link> journal(Principal.Person person) {
        return List.of();
    }

    @Override
    public Optional<Known> known(VendorUser user) {
        return Optional.empty();
    }

    @Override
    public List<Known> searchKnown(String text, boolean onlyUnlinked, int most) {
        return List.of();
    }

    @Override
    public List<Match> matches(Optional<String> address, int most) {
        return List.of();
    }

    @Override
    public boolean link(Match match, How how, String by, Instant at) {
        throw new IllegalStateException("no vendor knows " + match.user());
    }

    @Override
    public void detach(Match match, String by, Instant at) {}

    @Override
    public void merge(Principal.Person person, Principal.Person into, String by, Instant at) {
        mergeInto(person, Optional.of(into));
    }

    @Override
    public void separate(Principal.Person person, String by, Instant at) {
        mergeInto(person, Optional.empty());
    }

    private void mergeInto(Principal.Person id, Optional<Principal.Person> into) {
        people.computeIfPresent(
                id, (_, person) -> new Person(id, person.name(), into, person.createdAt()));
    }
}

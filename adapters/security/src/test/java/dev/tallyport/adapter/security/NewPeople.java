package dev.tallyport.adapter.security;

import dev.tallyport.application.person.People;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.VendorUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// People whom no vendor knows yet.
final class NewPeople implements People {

    private long people;

    @Override
    public Person create(String name, Instant at) {
        people++;
        return new Person(new Principal.Person(people), name, Optional.empty(), at);
    }

    @Override
    public List<Match> matches(Optional<String> address, int most) {
        return List.of();
    }

    @Override
    public Optional<Person> find(Principal.Person id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Person> search(String text, Optional<Principal.Person> after, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Link> links(Principal.Person person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Link> journal(Principal.Person person) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Known> known(VendorUser user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Known> searchKnown(String text, boolean onlyUnlinked, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean link(Match match, How how, String by, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void detach(Match match, String by, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void merge(Principal.Person person, Principal.Person into, String by, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void separate(Principal.Person person, String by, Instant at) {
        throw new UnsupportedOperationException();
    }
}

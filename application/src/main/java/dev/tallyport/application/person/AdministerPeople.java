package dev.tallyport.application.person;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.person.People.Known;
import dev.tallyport.application.person.People.Link;
import dev.tallyport.application.person.People.Match;
import dev.tallyport.application.person.People.Person;
import dev.tallyport.application.role.KeepSomebodyManaging;
import dev.tallyport.application.role.Roles;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.VendorUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Says by hand who is who.
@ApplicationScoped
public class AdministerPeople {

    /// A person with everything that is linked to them.
    ///
    /// @param links as of now
    /// @param journal every link there ever was, in the order of linking
    public record Described(Person person, List<Link> links, List<Link> journal) {}

    private final People people;
    private final Roles roles;
    private final KeepSomebodyManaging keepSomebodyManaging;
    private final AuditTrail audit;
    private final InstantSource clock;

    AdministerPeople(
            People people,
            Roles roles,
            KeepSomebodyManaging keepSomebodyManaging,
            AuditTrail audit,
            InstantSource clock) {
        this.people = people;
        this.roles = roles;
        this.keepSomebodyManaging = keepSomebodyManaging;
        this.audit = audit;
        this.clock = clock;
    }

    public Outcome<List<Person>> search(
            Viewer viewer, String text, Optional<Principal.Person> after, int most) {
        return seen(viewer, () -> Outcome.done(people.search(text, after, most)));
    }

    public Outcome<List<Known>> searchVendorUsers(
            Viewer viewer, String text, boolean onlyUnlinked, int most) {
        return seen(viewer, () -> Outcome.done(people.searchKnown(text, onlyUnlinked, most)));
    }

    public Outcome<Described> one(Viewer viewer, Principal.Person id) {
        return seen(
                viewer,
                () ->
                        people.find(id)
                                .map(person -> Outcome.done(described(person)))
                                .orElseGet(() -> unknown(id)));
    }

    @Transactional
    public Outcome<Person> create(Viewer viewer, String name) {
        return changed(
                viewer,
                () -> {
                    if (name.isBlank() || name.length() > 200) {
                        return new Outcome.Invalid<>(
                                "name", "a name of at most 200 characters", name);
                    }
                    var person = people.create(name.strip(), clock.instant());
                    audit.record(
                            Draft.of(
                                    Actor.of(viewer),
                                    Action.PERSON_CREATED,
                                    Names.of(person.id()),
                                    Map.of("name", person.name())));
                    return Outcome.done(person);
                });
    }

    @Transactional
    public Outcome<Described> link(Viewer viewer, Principal.Person id, VendorUser user) {
        return changed(
                viewer,
                () -> {
                    var person = people.find(id);
                    if (person.isEmpty()) {
                        return unknown(id);
                    }
                    if (people.known(user).isEmpty()) {
                        return new Outcome.Invalid<>(
                                "user",
                                "the id of a user that the source knows",
                                user.source() + "/" + user.id());
                    }
                    var match = new Match(id, user);
                    if (!people.link(
                            match, People.How.BY_HAND, viewer.account().name(), clock.instant())) {
                        return new Outcome.Conflict<>(
                                "This user is linked already; detach them first");
                    }
                    audit.record(
                            Draft.of(
                                    Actor.of(viewer),
                                    Action.PERSON_LINKED,
                                    Names.of(id),
                                    described(user)));
                    return Outcome.done(described(person.get()));
                });
    }

    @Transactional
    public Outcome<Described> detach(Viewer viewer, Principal.Person id, VendorUser user) {
        return changed(
                viewer,
                () -> {
                    var person = people.find(id);
                    if (person.isEmpty()) {
                        return unknown(id);
                    }
                    var link =
                            people.links(id).stream()
                                    .filter(one -> one.user().equals(user))
                                    .findFirst();
                    if (link.isEmpty()) {
                        return new Outcome.Unknown<>(
                                "link of " + Names.of(id) + " to " + user.id());
                    }
                    people.detach(
                            new Match(link.get().person(), user),
                            viewer.account().name(),
                            clock.instant());
                    audit.record(
                            new Draft(
                                    Actor.of(viewer),
                                    Action.PERSON_DETACHED,
                                    Names.of(id),
                                    described(user),
                                    Map.of()));
                    return Outcome.done(described(person.get()));
                });
    }

    /// What is the one's, roles included, is the other's until they are separated.
    ///
    /// @throws KeepSomebodyManaging.NobodyLeftException when nobody could manage membership any
    ///   more
    @Transactional
    public Outcome<Described> merge(Viewer viewer, Principal.Person id, Principal.Person into) {
        return changed(
                viewer,
                () -> {
                    roles.lockMembership();
                    var person = people.find(id);
                    if (person.isEmpty()) {
                        return unknown(id);
                    }
                    var target = people.find(into);
                    if (target.isEmpty() || id.equals(into)) {
                        return new Outcome.Invalid<>(
                                "person", "another person who is known", Names.of(into));
                    }
                    if (person.get().mergedInto().isPresent()
                            || target.get().mergedInto().isPresent()) {
                        return new Outcome.Conflict<>(
                                "One of them is merged into somebody already; separate them first");
                    }
                    keepSomebodyManaging.during(
                            () -> people.merge(id, into, viewer.account().name(), clock.instant()));
                    audit.record(
                            Draft.of(
                                    Actor.of(viewer),
                                    Action.PERSON_MERGED,
                                    Names.of(id),
                                    Map.of("into", Names.of(into))));
                    return Outcome.done(described(target.get()));
                });
    }

    /// @throws KeepSomebodyManaging.NobodyLeftException when nobody could manage membership any
    ///   more
    @Transactional
    public Outcome<Described> separate(Viewer viewer, Principal.Person id) {
        return changed(
                viewer,
                () -> {
                    var person = people.find(id);
                    if (person.isEmpty()) {
                        return unknown(id);
                    }
                    var into = person.get().mergedInto();
                    if (into.isEmpty()) {
                        return new Outcome.Conflict<>("They are merged into nobody");
                    }
                    keepSomebodyManaging.during(
                            () -> people.separate(id, viewer.account().name(), clock.instant()));
                    audit.record(
                            new Draft(
                                    Actor.of(viewer),
                                    Action.PERSON_SEPARATED,
                                    Names.of(id),
                                    Map.of("into", Names.of(into.get())),
                                    Map.of()));
                    return Outcome.done(described(people.find(id).orElseThrow()));
                });
    }

    private Described described(Person person) {
        return new Described(person, people.links(person.id()), people.journal(person.id()));
    }

    private static Map<String, String> described(VendorUser user) {
        return Map.of("source", user.source().value(), "user", user.id(), "how", "by hand");
    }

    private static <T> Outcome<T> unknown(Principal.Person id) {
        return new Outcome.Unknown<>("person " + id.id());
    }

    private static <T> Outcome<T> seen(Viewer viewer, Supplier<Outcome<T>> looked) {
        return viewer.visibility(Subject.PEOPLE) instanceof Visibility.Everything
                ? looked.get()
                : new Outcome.Forbidden<>();
    }

    private static <T> Outcome<T> changed(Viewer viewer, Supplier<Outcome<T>> change) {
        return viewer.may(Permission.MANAGE_ACCOUNT_MEMBERSHIP)
                ? change.get()
                : new Outcome.Forbidden<>();
    }
}

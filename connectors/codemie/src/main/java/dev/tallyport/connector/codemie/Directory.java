package dev.tallyport.connector.codemie;

import dev.tallyport.connector.http.Concurrently;
import dev.tallyport.connector.spi.DirectoryEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The projects that tables name, and who is meant by what they call people: mostly an e-mail
/// address, at times the account's id. An account is known by its id; somebody whose account the
/// vendor does not name, by the address.
final class Directory {

    private final CodeMieApi api;
    private final int concurrency;
    private final Map<String, String> idsByAddress = new HashMap<>();
    private final Map<String, String> addressesById = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> projects = new HashSet<>();
    private final Set<DirectoryEntry> news = new LinkedHashSet<>();

    /// @param known everybody whom this source ever stated
    Directory(CodeMieApi api, int concurrency, List<DirectoryEntry> known) {
        this.api = api;
        this.concurrency = concurrency;
        for (var entry : known) {
            switch (entry) {
                case DirectoryEntry.Person person -> remember(person);
                case DirectoryEntry.Organization project -> projects.add(project.id());
                case DirectoryEntry.ServiceUser _ -> {}
            }
        }
    }

    /// Takes up what the vendor lists. The list has no addresses beside names: one that is known
    /// stays.
    void addAll(List<DirectoryEntry.Person> listed) {
        for (var person : listed) {
            var address = person.email().or(() -> addressOf(person.id()));
            add(DirectoryEntry.Person.named(person.id(), person.name(), address));
        }
    }

    /// Looks for the accounts of those who are new here.
    void meet(Collection<String> shown) {
        var strangers =
                shown.stream()
                        .map(Directory::plain)
                        .filter(name -> !Names.isNobody(name) && Names.isUsable(name))
                        .filter(name -> !idsByAddress.containsKey(name) && !known.contains(name))
                        .distinct()
                        .toList();
        Concurrently.map(concurrency, strangers, this::find).forEach(this::addFound);
    }

    void meetProject(String name) {
        if (projects.add(name)) {
            var project = new DirectoryEntry.Organization(name, Optional.of(name));
            news.add(project);
        }
    }

    /// The id of who is meant, or nothing where that is nobody whom the vendor knows.
    Optional<String> idOf(String shown) {
        var name = plain(shown);
        return Names.isNobody(name)
                ? Optional.empty()
                : Optional.of(idsByAddress.getOrDefault(name, name));
    }

    /// Whoever was taken up since the last time.
    List<DirectoryEntry> news() {
        var taken = List.copyOf(news);
        news.clear();
        return taken;
    }

    /// A search finds parts of addresses and of names too: an account counts when its own address
    /// is the one asked for. One that is listed by name alone proves nothing.
    private DirectoryEntry.Person find(String name) {
        if (!Names.isAddress(name)) {
            return DirectoryEntry.Person.unnamed(name);
        }
        var address = Optional.of(name);
        var found =
                api.users(address).ifUnderstood().orElse(List.of()).stream()
                        .filter(person -> person.email().filter(name::equalsIgnoreCase).isPresent())
                        .toList();
        return DirectoryEntry.Person.named(
                found.size() == 1 ? found.getFirst().id() : name, Optional.empty(), address);
    }

    /// Whoever is known by another address keeps it, and is meant by this one as well.
    private void addFound(DirectoryEntry.Person person) {
        var address = addressOf(person.id()).or(person::email);
        remember(person);
        add(DirectoryEntry.Person.named(person.id(), person.name(), address));
    }

    private Optional<String> addressOf(String id) {
        return Optional.ofNullable(addressesById.get(id));
    }

    private void add(DirectoryEntry.Person person) {
        remember(person);
        news.add(person);
    }

    /// The id of an account comes before an address that stood in for it.
    private void remember(DirectoryEntry.Person person) {
        known.add(person.id());
        person.email().ifPresent(address -> addressesById.put(person.id(), address));
        person.email()
                .map(Directory::plain)
                .filter(address -> !address.equals(person.id()))
                .ifPresent(address -> idsByAddress.put(address, person.id()));
    }

    private static String plain(String shown) {
        var name = Names.withoutBudget(shown);
        return Names.isAddress(name) ? name.toLowerCase(Locale.ROOT) : name;
    }
}

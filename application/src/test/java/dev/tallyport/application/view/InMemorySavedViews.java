package dev.tallyport.application.view;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.view.SavedView;
import dev.tallyport.domain.view.Sharing;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Saved views, in memory. Owners are called by what they are.
final class InMemorySavedViews implements SavedViews {

    private static final Comparator<Stored> BY_NAME =
            Comparator.<Stored, String>comparing(
                            stored -> stored.view().name().toLowerCase(Locale.ROOT))
                    .thenComparingLong(Stored::id);

    private final Map<Long, Stored> views = new TreeMap<>();
    private final Map<Principal, Set<Principal>> merged = new HashMap<>();
    private long created;
    private long version;

    /// Makes two people one.
    void merge(Principal.Person one, Principal.Person other) {
        merged.put(one, Set.of(one, other));
        merged.put(other, Set.of(one, other));
    }

    @Override
    public Set<Principal> oneWith(Principal principal) {
        return switch (principal) {
            case Principal.Person person -> merged.getOrDefault(person, Set.of(person));
            case Principal.ServiceUser serviceUser -> Set.of(serviceUser);
            case Principal.Group _, Principal.BootstrapKey _, Principal.Tallyport _ -> Set.of();
        };
    }

    @Override
    public void lock(Principal owner) {}

    @Override
    public int count(Principal owner) {
        return Math.toIntExact(
                views.values().stream().filter(one -> one.owner().equals(owner)).count());
    }

    @Override
    public Optional<Stored> find(long id) {
        return Optional.ofNullable(views.get(id));
    }

    @Override
    public Optional<Stored> find(Principal owner, String name) {
        return views.values().stream()
                .filter(one -> one.owner().equals(owner) && one.view().name().equals(name))
                .findFirst();
    }

    @Override
    public List<Stored> search(Wanted wanted, int most) {
        return views.values().stream()
                .filter(one ->
                        wanted.own().contains(one.owner())
                                || one.view().sharing() == Sharing.EVERYONE)
                .filter(one -> one.view().name().contains(wanted.text()))
                .filter(one -> wanted.sharing().map(one.view().sharing()::equals).orElse(true))
                .sorted(BY_NAME)
                .limit(most)
                .toList();
    }

    @Override
    public Stored add(Principal owner, SavedView view, Instant at) {
        return store(++created, view, owner, at);
    }

    @Override
    public Optional<Stored> replace(Stored before, SavedView after, Instant at) {
        return before.equals(views.get(before.id()))
                ? Optional.of(store(before.id(), after, before.owner(), at))
                : Optional.empty();
    }

    private Stored store(long id, SavedView view, Principal owner, Instant at) {
        var stored = new Stored(id, view, owner, owner.toString(), ++version, at);
        views.put(id, stored);
        return stored;
    }

    @Override
    public boolean remove(Stored view) {
        return views.remove(view.id(), view);
    }

    /// All of them, by number.
    Set<Stored> all() {
        return new HashSet<>(views.values());
    }
}

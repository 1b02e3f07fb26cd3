package dev.tallyport.application.view;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.view.SavedView;
import dev.tallyport.domain.view.Sharing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The views that people and service users saved. Every method takes part in the current
/// transaction.
public interface SavedViews {

    /// A view as it was saved last.
    ///
    /// @param owner a person or a service user
    /// @param ownerName what they are called now
    /// @param version grows with every change of any view, so that no two states share one
    record Stored(
            long id,
            SavedView view,
            Principal owner,
            String ownerName,
            long version,
            Instant changedAt) {}

    /// Which views are asked for; all that is given must fit.
    ///
    /// @param own whose private views may be among them
    /// @param text occurs in the name, the description or the owner's name, in whatever case
    /// @param after only those that come after this place
    record Wanted(
            Set<Principal> own, String text, Optional<Sharing> sharing, Optional<Place> after) {}

    /// Where a view stands among others.
    record Place(String name, long id) {}

    /// Whoever is one with somebody, and they themselves; nobody who can own no views.
    Set<Principal> oneWith(Principal principal);

    /// Waits until no other transaction adds or changes views of this owner, and keeps others from
    /// it until this one ends.
    void lock(Principal owner);

    int count(Principal owner);

    Optional<Stored> find(long id);

    Optional<Stored> find(Principal owner, String name);

    /// By name, without regard to case.
    ///
    /// @param most above zero
    List<Stored> search(Wanted wanted, int most);

    /// @param view of a name that the owner has no other view of
    Stored add(Principal owner, SavedView view, Instant at);

    /// Empty when it was changed or removed since.
    ///
    /// @param after of a name that the owner has no other view of
    Optional<Stored> replace(Stored before, SavedView after, Instant at);

    /// `false` when it was changed or removed since.
    boolean remove(Stored view);
}

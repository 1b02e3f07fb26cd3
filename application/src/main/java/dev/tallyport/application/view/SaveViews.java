package dev.tallyport.application.view;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.view.SavedViews.Place;
import dev.tallyport.application.view.SavedViews.Stored;
import dev.tallyport.application.view.SavedViews.Wanted;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.view.SavedView;
import dev.tallyport.domain.view.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Saves views of pages, and shares them with everybody who can sign in. A view is its owner's to
/// change; those who manage membership take away what others share.
@ApplicationScoped
public class SaveViews {

    /// How many views somebody may have.
    public static final int MOST = 200;

    /// A view as somebody sees it.
    ///
    /// @param own whether it is theirs
    public record Seen(Stored stored, boolean own) {}

    /// How a view is to be from now on.
    ///
    /// @param version what the change was made for; empty for whatever it is now
    public record Change(SavedView view, OptionalLong version) {}

    private final SavedViews views;
    private final AuditTrail audit;
    private final InstantSource clock;

    SaveViews(SavedViews views, AuditTrail audit, InstantSource clock) {
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    /// One's own and the shared ones, by name.
    ///
    /// @param text occurs in the name, the description or the owner's name; empty for all
    public List<Seen> search(
            Viewer viewer,
            String text,
            Optional<Sharing> sharing,
            Optional<Place> after,
            int most) {
        var own = views.oneWith(viewer.account().principal());
        return views.search(new Wanted(own, text, sharing, after), most).stream()
                .map(stored -> new Seen(stored, own.contains(stored.owner())))
                .toList();
    }

    public Outcome<Seen> one(Viewer viewer, long id) {
        return views.find(id)
                .map(stored -> seenBy(viewer, stored))
                .filter(seen -> seen.own() || isShared(seen))
                .map(Outcome::done)
                .orElseGet(() -> new Outcome.Unknown<>("view " + id));
    }

    /// A view that somebody may change or remove, or at least take away from others.
    public Outcome<Seen> changeable(Viewer viewer, long id) {
        return one(viewer, id)
                .then(seen ->
                        seen.own() || viewer.may(Permission.MANAGE_ACCOUNT_MEMBERSHIP)
                                ? Outcome.done(seen)
                                : new Outcome.Forbidden<>());
    }

    @Transactional
    public Outcome<Seen> save(Viewer viewer, SavedView view) {
        return Somebody.of(viewer).then(owner -> save(viewer, owner, view));
    }

    private Outcome<Seen> save(Viewer viewer, Principal owner, SavedView view) {
        views.lock(owner);
        if (views.find(owner, view.name()).isPresent()) {
            return nameTaken(view.name());
        }
        if (views.count(owner) >= MOST) {
            return new Outcome.Conflict<>(
                    "There are %d views of yours already; remove one that is not needed any more"
                            .formatted(MOST));
        }
        var stored = views.add(owner, view, clock.instant());
        audit.record(
                Draft.of(Actor.of(viewer), Action.VIEW_SAVED, target(stored), described(view)));
        return Outcome.done(new Seen(stored, true));
    }

    /// Those who manage membership make what others share private again, and change nothing else of
    /// it.
    @Transactional
    public Outcome<Seen> change(Viewer viewer, long id, Change change) {
        return changeable(viewer, id)
                .then(before ->
                        before.own() || before.stored().view().isUnsharedBy(change.view())
                                ? change(viewer, before, change)
                                : new Outcome.Forbidden<>());
    }

    private Outcome<Seen> change(Viewer viewer, Seen before, Change change) {
        var stored = before.stored();
        var after = change.view();
        if (isOutdated(change.version(), stored)) {
            return changedMeanwhile(stored);
        }
        views.lock(stored.owner());
        if (views.find(stored.owner(), after.name())
                .filter(other -> other.id() != stored.id())
                .isPresent()) {
            return nameTaken(after.name());
        }
        var replaced = views.replace(stored, after, clock.instant());
        if (replaced.isEmpty()) {
            return changedMeanwhile(stored);
        }
        audit.record(
                new Draft(
                        Actor.of(viewer),
                        Action.VIEW_CHANGED,
                        target(stored),
                        described(stored.view()),
                        described(after)));
        return Outcome.done(new Seen(replaced.get(), before.own()));
    }

    /// @param version what is to be removed; empty for whatever it is now
    @Transactional
    public Outcome<Seen> remove(Viewer viewer, long id, OptionalLong version) {
        return changeable(viewer, id)
                .then(seen -> {
                    var stored = seen.stored();
                    if (isOutdated(version, stored) || !views.remove(stored)) {
                        return changedMeanwhile(stored);
                    }
                    audit.record(
                            new Draft(
                                    Actor.of(viewer),
                                    Action.VIEW_REMOVED,
                                    target(stored),
                                    described(stored.view()),
                                    Map.of()));
                    return Outcome.done(seen);
                });
    }

    private Seen seenBy(Viewer viewer, Stored stored) {
        return new Seen(
                stored, views.oneWith(viewer.account().principal()).contains(stored.owner()));
    }

    private static boolean isShared(Seen seen) {
        return switch (seen.stored().view().sharing()) {
            case EVERYONE -> true;
            case PRIVATE -> false;
        };
    }

    private static boolean isOutdated(OptionalLong version, Stored stored) {
        return version.isPresent() && version.getAsLong() != stored.version();
    }

    private static <T> Outcome<T> nameTaken(String name) {
        return new Outcome.Conflict<>(
                "There is a view '" + name + "' already; change it, or choose another name");
    }

    private static <T> Outcome<T> changedMeanwhile(Stored stored) {
        return new Outcome.Conflict<>(
                "View '%s' was changed meanwhile; look at it again"
                        .formatted(stored.view().name()));
    }

    private static String target(Stored stored) {
        return "view:" + stored.id();
    }

    /// What is private is nobody's to read, also not in the audit log.
    private static Map<String, String> described(SavedView view) {
        return switch (view.sharing()) {
            case PRIVATE -> Map.of("shared", "private");
            case EVERYONE -> {
                var described = new TreeMap<String, String>();
                described.put("shared", "everyone");
                described.put("name", view.name());
                described.put("address", view.address().toString());
                if (!view.description().isEmpty()) {
                    described.put("description", view.description());
                }
                yield described;
            }
        };
    }
}

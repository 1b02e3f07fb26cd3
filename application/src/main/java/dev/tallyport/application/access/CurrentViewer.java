package dev.tallyport.application.access;

import dev.tallyport.application.audit.Actor;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// Who sent the request that is being answered.
public interface CurrentViewer {

    /// Empty when nobody proved anything: no credential, or none that is known.
    Optional<Viewer> viewer();

    /// Under whose name what is asked is recorded.
    default Actor actor() {
        return viewer().map(Actor::of).orElse(Actor.TALLYPORT);
    }

    /// What the vendors know as whoever asks.
    default Set<VendorUser> oneself() {
        return viewer().map(viewer -> viewer.account().linkedTo()).orElseGet(Set::of);
    }

    /// Whether a source knows whoever asks, and nobody else, as these.
    default boolean areOneself(SourceName source, Collection<String> users) {
        var oneself = oneself();
        return users.stream().map(user -> new VendorUser(source, user)).allMatch(oneself::contains);
    }
}

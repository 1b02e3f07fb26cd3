package dev.tallyport.application.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.view.SaveViews.Change;
import dev.tallyport.application.view.SaveViews.Seen;
import dev.tallyport.domain.access.Account;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.view.PageAddress;
import dev.tallyport.domain.view.SavedView;
import dev.tallyport.domain.view.Sharing;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SaveViewsTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final PageAddress ADDRESS = new PageAddress("/explore", "groupBy=product");
    private static final Principal.Person ADA_THEN = new Principal.Person(3);
    private static final Viewer ADA = viewer(new Principal.Person(1));
    private static final Viewer BOB = viewer(new Principal.Person(2));
    private static final Viewer ROBOT = viewer(new Principal.ServiceUser(1));
    private static final Viewer MANAGER =
            viewer(new Principal.Person(9), Permission.MANAGE_ACCOUNT_MEMBERSHIP);
    private static final Viewer OPERATOR =
            viewer(new Principal.BootstrapKey(), Permission.values());

    private final InMemorySavedViews views = new InMemorySavedViews();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final SaveViews saveViews = new SaveViews(views, audit, () -> NOW);

    private static Viewer viewer(Principal principal, Permission... permissions) {
        var grants =
                Arrays.stream(permissions)
                        .map(permission -> new Grant(permission, new Scope.Enterprise()))
                        .collect(Collectors.toSet());
        return new Viewer(
                new Account(
                        principal,
                        "name of " + principal,
                        true,
                        Optional.empty(),
                        grants,
                        Set.of(),
                        Set.of(),
                        Set.of()),
                Flags.NONE,
                NOW);
    }

    private static SavedView own(String name) {
        return new SavedView(name, "", ADDRESS, Sharing.PRIVATE);
    }

    private static SavedView shared(String name) {
        return new SavedView(name, "why", ADDRESS, Sharing.EVERYONE);
    }

    private static Change to(SavedView view) {
        return new Change(view, OptionalLong.empty());
    }

    private long saved(Viewer viewer, SavedView view) {
        return done(saveViews.save(viewer, view)).stored().id();
    }

    private static Seen done(Outcome<Seen> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Seen>) outcome).value();
    }

    private List<String> names(Viewer viewer) {
        return saveViews.search(viewer, "", Optional.empty(), Optional.empty(), 10).stream()
                .map(seen -> seen.stored().view().name() + (seen.own() ? "" : " of another"))
                .toList();
    }

    @Test
    void oneSeesOnesOwnAndWhatIsShared() {
        var secret = saved(ADA, own("a"));
        var open = saved(ADA, shared("b"));
        saved(ROBOT, own("c"));

        assertThat(names(ADA)).containsExactly("a", "b");
        assertThat(names(BOB)).containsExactly("b of another");
        assertThat(names(ROBOT)).containsExactly("b of another", "c");
        assertThat(names(OPERATOR)).containsExactly("b of another");
        assertThat(done(saveViews.one(ADA, secret)).own()).isTrue();
        assertThat(done(saveViews.one(BOB, open)).own()).isFalse();
    }

    @Test
    void whatIsPrivateIsNotThereForAnybodyElse() {
        var id = saved(ADA, own("a"));
        var unknown = new Outcome.Unknown<Seen>("view " + id);

        for (var other : List.of(BOB, ROBOT, MANAGER, OPERATOR)) {
            assertThat(saveViews.one(other, id)).isEqualTo(unknown);
            assertThat(saveViews.changeable(other, id)).isEqualTo(unknown);
            assertThat(saveViews.change(other, id, to(own("b")))).isEqualTo(unknown);
            assertThat(saveViews.remove(other, id, OptionalLong.empty())).isEqualTo(unknown);
        }
        assertThat(saveViews.one(ADA, id + 1)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void whatIsSharedIsItsOwnersToChange() {
        var id = saved(ADA, shared("a"));

        assertThat(saveViews.changeable(BOB, id)).isEqualTo(new Outcome.Forbidden<>());
        assertThat(saveViews.change(BOB, id, to(shared("b")))).isEqualTo(new Outcome.Forbidden<>());
        assertThat(saveViews.remove(BOB, id, OptionalLong.empty()))
                .isEqualTo(new Outcome.Forbidden<>());

        assertThat(done(saveViews.change(ADA, id, to(own("b")))).stored().view())
                .isEqualTo(own("b"));
        assertThat(names(BOB)).isEmpty();
    }

    @Test
    void thoseWhoManageMembershipUnshareWhatOthersShareAndChangeNothingElse() {
        var id = saved(ADA, shared("a"));
        var view = shared("a");
        var unshared =
                new SavedView(view.name(), view.description(), view.address(), Sharing.PRIVATE);

        assertThat(saveViews.change(MANAGER, id, to(shared("b"))))
                .isEqualTo(new Outcome.Forbidden<>());
        assertThat(saveViews.change(MANAGER, id, to(own("b"))))
                .isEqualTo(new Outcome.Forbidden<>());
        var outcome = saveViews.change(OPERATOR, id, to(unshared));

        assertThat(done(outcome).stored().view()).isEqualTo(unshared);
        assertThat(names(MANAGER)).isEmpty();
        assertThat(names(ADA)).containsExactly("a");
    }

    @Test
    void thoseWhoManageMembershipRemoveWhatOthersShare() {
        var id = saved(ROBOT, shared("a"));

        done(saveViews.remove(MANAGER, id, OptionalLong.empty()));

        assertThat(views.all()).isEmpty();
    }

    @Test
    void whoeverIsOneWithTheOwnerOwnsItToo() {
        var then = viewer(ADA_THEN);
        var id = saved(then, own("a"));
        views.merge(new Principal.Person(1), ADA_THEN);

        assertThat(names(ADA)).containsExactly("a");
        var changed = done(saveViews.change(ADA, id, to(own("b")))).stored();

        assertThat(changed.owner()).isEqualTo(ADA_THEN);
        assertThat(names(then)).containsExactly("b");
    }

    @Test
    void aNameIsOneViewsOfItsOwner() {
        saved(ADA, own("a"));
        var other = saved(ADA, own("b"));
        saved(BOB, own("a"));

        assertThat(saveViews.save(ADA, shared("a"))).isInstanceOf(Outcome.Conflict.class);
        assertThat(saveViews.change(ADA, other, to(own("a")))).isInstanceOf(Outcome.Conflict.class);
        done(saveViews.change(ADA, other, to(shared("b"))));
        assertThat(names(ADA)).containsExactly("a", "b");
    }

    @Test
    void nobodyHasMoreThan200() {
        for (int i = 0; i < 200; i++) {
            saved(ADA, own("view " + i));
        }

        var outcome = saveViews.save(ADA, own("one more"));

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Conflict<>(
                                "There are 200 views of yours already; remove one that is not"
                                        + " needed any more"));
        saved(BOB, own("one more"));
    }

    @Test
    void theKeyOfTheConfigurationIsNobodys() {
        assertThat(saveViews.save(OPERATOR, shared("a"))).isInstanceOf(Outcome.Conflict.class);
        assertThat(views.all()).isEmpty();
    }

    @Test
    void whatWasChangedMeanwhileStays() {
        var id = saved(ADA, own("a"));
        var version = done(saveViews.one(ADA, id)).stored().version();
        var now = done(saveViews.change(ADA, id, new Change(own("b"), OptionalLong.of(version))));

        assertThat(saveViews.change(ADA, id, new Change(own("c"), OptionalLong.of(version))))
                .isEqualTo(
                        new Outcome.Conflict<>("View 'b' was changed meanwhile; look at it again"));
        assertThat(saveViews.remove(ADA, id, OptionalLong.of(version)))
                .isInstanceOf(Outcome.Conflict.class);

        assertThat(views.all()).containsExactly(now.stored());
        done(saveViews.remove(ADA, id, OptionalLong.of(now.stored().version())));
        assertThat(views.all()).isEmpty();
    }

    @Test
    void everyChangeIsRecordedWithoutWhatIsPrivate() {
        var id = saved(ADA, own("a"));
        saveViews.change(ADA, id, to(shared("b")));
        saveViews.remove(MANAGER, id, OptionalLong.empty());
        saveViews.save(OPERATOR, own("refused"));
        saveViews.change(BOB, id, to(own("refused")));

        var target = "view:" + id;
        var secret = Map.of("shared", "private");
        var open =
                Map.of(
                        "shared", "everyone",
                        "name", "b",
                        "description", "why",
                        "address", "/explore?groupBy=product");
        assertThat(audit.entries())
                .containsExactly(
                        Draft.of(Actor.of(ADA), Action.VIEW_SAVED, target, secret),
                        new Draft(Actor.of(ADA), Action.VIEW_CHANGED, target, secret, open),
                        new Draft(Actor.of(MANAGER), Action.VIEW_REMOVED, target, open, Map.of()));
    }
}

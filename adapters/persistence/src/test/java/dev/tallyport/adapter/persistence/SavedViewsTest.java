package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.view.SavedViews.Place;
import dev.tallyport.application.view.SavedViews.Stored;
import dev.tallyport.application.view.SavedViews.Wanted;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.view.ColorScheme;
import dev.tallyport.domain.view.PageAddress;
import dev.tallyport.domain.view.Preferences;
import dev.tallyport.domain.view.SavedView;
import dev.tallyport.domain.view.Sharing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What people and service users keep of the pages.
final class SavedViewsTest {

    private static final Instant LATER = AT.plusSeconds(60);
    private static final Duration WAITING = Duration.ofMillis(200);
    private static final PageAddress ADDRESS =
            new PageAddress("/explore", "user=email%7C1&groupBy=product");
    private static final Preferences DARK =
            new Preferences(
                    Optional.of(ZoneId.of("Europe/Berlin")),
                    ColorScheme.DARK,
                    Optional.of("/costs"));

    private final AccessDatabase database = AccessDatabase.open();
    private final PostgresSavedViews views = new PostgresSavedViews(database.database);
    private final PostgresPreferences preferences = new PostgresPreferences(database.database);
    private final Principal.Person ada = database.person("Ada");
    private final Principal.Person bob = database.person("Bob");
    private final Principal.ServiceUser robot =
            database.serviceUsers.create("robot", Optional.empty(), "Ada", AT).orElseThrow().id();

    @AfterEach
    void close() {
        database.close();
    }

    private static SavedView own(String name) {
        return new SavedView(name, "", ADDRESS, Sharing.PRIVATE);
    }

    private static SavedView shared(String name) {
        return new SavedView(name, "For the meeting", ADDRESS, Sharing.EVERYONE);
    }

    private static Wanted wanted(Principal... own) {
        return new Wanted(Set.of(own), "", Optional.empty(), Optional.empty());
    }

    private List<String> found(Wanted wanted) {
        return views.search(wanted, 10).stream().map(stored -> stored.view().name()).toList();
    }

    @Test
    void aViewIsFoundAsSaved() {
        var saved = views.add(ada, shared("Products"), AT);
        var ofARobot = views.add(robot, own("Products"), LATER);

        assertThat(saved)
                .isEqualTo(
                        new Stored(
                                saved.id(), shared("Products"), ada, "Ada", saved.version(), AT));
        assertThat(views.find(saved.id())).contains(saved);
        assertThat(views.find(ada, "Products")).contains(saved);
        assertThat(views.find(robot, "Products")).contains(ofARobot);
        assertThat(ofARobot.ownerName()).isEqualTo("robot");
        assertThat(views.find(bob, "Products")).isEmpty();
        assertThat(views.find(-1)).isEmpty();
        assertThat(views.count(ada)).isEqualTo(1);
        assertThat(views.count(bob)).isZero();
    }

    @Test
    void whatIsPrivateIsFoundByItsOwnersAlone() {
        views.add(ada, own("a"), AT);
        views.add(ada, shared("b"), AT);
        views.add(robot, own("c"), AT);

        assertThat(found(wanted(ada))).containsExactly("a", "b");
        assertThat(found(wanted(ada, robot))).containsExactly("a", "b", "c");
        assertThat(found(wanted(bob))).containsExactly("b");
        assertThat(found(wanted())).containsExactly("b");
    }

    @Test
    void viewsAreFoundByNameDescriptionOrOwnerHoweverShared() {
        views.add(ada, own("100 % mine"), AT);
        views.add(bob, shared("Products"), AT);

        assertThat(found(searching("PROD"))).containsExactly("Products");
        assertThat(found(searching("meeting"))).containsExactly("Products");
        assertThat(found(searching("bob"))).containsExactly("Products");
        assertThat(found(searching("%"))).containsExactly("100 % mine");
        assertThat(found(searching("_"))).isEmpty();
        assertThat(found(sharedWith(Sharing.PRIVATE))).containsExactly("100 % mine");
        assertThat(found(sharedWith(Sharing.EVERYONE))).containsExactly("Products");
    }

    private Wanted searching(String text) {
        return new Wanted(Set.of(ada), text, Optional.empty(), Optional.empty());
    }

    private Wanted sharedWith(Sharing sharing) {
        return new Wanted(Set.of(ada), "", Optional.of(sharing), Optional.empty());
    }

    @Test
    void aListGoesOnWhereItStoppedWhateverBecameOfThatView() {
        var first = views.add(ada, own("alpha"), AT);
        var second = views.add(bob, shared("Alpha"), AT);
        var third = views.add(ada, own("beta"), AT);

        assertThat(views.search(wanted(ada), 2)).containsExactly(first, second);
        views.remove(second);

        assertThat(views.search(after(second), 2)).containsExactly(third);
        assertThat(views.search(after(third), 2)).isEmpty();
    }

    private Wanted after(Stored view) {
        return new Wanted(
                Set.of(ada),
                "",
                Optional.empty(),
                Optional.of(new Place(view.view().name(), view.id())));
    }

    @Test
    void ofTwoChangesOfOneVersionTheSecondDoesNothing() {
        var saved = views.add(ada, own("a"), AT);

        var replaced = views.replace(saved, shared("b"), LATER).orElseThrow();

        assertThat(views.replace(saved, own("c"), LATER)).isEmpty();
        assertThat(views.remove(saved)).isFalse();
        assertThat(views.find(saved.id())).contains(replaced);
        assertThat(replaced)
                .isEqualTo(
                        new Stored(saved.id(), shared("b"), ada, "Ada", replaced.version(), LATER));
        assertThat(replaced.version()).isGreaterThan(saved.version());
        assertThat(views.remove(replaced)).isTrue();
        assertThat(views.find(saved.id())).isEmpty();
    }

    @Test
    void whoeverIsMergedIntoAnotherIsOneWithThemAndGoesByTheirName() {
        var former = database.person("Ada as she was");
        var saved = views.add(former, own("a"), AT);
        database.people.merge(former, ada, "Root", AT);

        assertThat(views.oneWith(ada)).isEqualTo(Set.of(ada, former));
        assertThat(views.oneWith(former)).isEqualTo(Set.of(ada, former));
        assertThat(views.oneWith(bob)).isEqualTo(Set.of(bob));
        assertThat(views.oneWith(robot)).isEqualTo(Set.of(robot));
        assertThat(views.oneWith(new Principal.BootstrapKey())).isEmpty();
        assertThat(views.find(saved.id()).orElseThrow().ownerName()).isEqualTo("Ada");
        assertThat(found(searching("was"))).isEmpty();
    }

    @Test
    void whoeverAddsViewsOfAnOwnerKeepsOthersOfThemWaiting() {
        var name = Postgres.newDatabase();
        try (var one = AccessDatabase.in(Postgres.connect(name));
                var other = AccessDatabase.in(Postgres.connect(name))) {
            var others = new PostgresSavedViews(other.database);
            new PostgresSavedViews(one.database).lock(ada);
            others.lock(bob);

            var waiting = CompletableFuture.runAsync(() -> others.lock(ada), Postgres.AT_ONCE);
            assertThat(waiting).failsWithin(WAITING);
            one.commit();

            assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void whatIsPreferredIsKeptAndReplacedWhole() {
        preferences.save(ada, DARK);
        preferences.save(robot, DARK);

        preferences.save(robot, Preferences.NONE);

        assertThat(preferences.of(ada)).isEqualTo(DARK);
        assertThat(preferences.of(robot)).isEqualTo(Preferences.NONE);
        assertThat(preferences.of(bob)).isEqualTo(Preferences.NONE);
        assertThat(preferences.of(new Principal.BootstrapKey())).isEqualTo(Preferences.NONE);
        assertThat(database.count("preferences")).isEqualTo(2);
    }

    @Test
    void nothingIsLeftOfWhoeverLosesTheirLastAccount() {
        var first = database.account(ada, "ada");
        var second = database.account(ada, "ada2");
        database.account(bob, "bob");
        views.add(ada, shared("a"), AT);
        var others = views.add(bob, own("b"), AT);
        preferences.save(ada, DARK);
        preferences.save(bob, DARK);

        database.accounts.remove(first.id());
        assertThat(views.count(ada)).isEqualTo(1);
        assertThat(preferences.of(ada)).isEqualTo(DARK);

        database.accounts.remove(second.id());
        assertThat(views.search(wanted(ada, bob), 10)).containsExactly(others);
        assertThat(preferences.of(ada)).isEqualTo(Preferences.NONE);
        assertThat(preferences.of(bob)).isEqualTo(DARK);
    }

    @Test
    void whatSomebodyKeptStaysWithWhoeverIsOneWithThem() {
        var former = database.person("Ada as she was");
        var formerly = database.account(former, "former");
        var now = database.account(ada, "ada");
        views.add(former, own("a"), AT);
        database.people.merge(former, ada, "Root", AT);

        database.accounts.remove(formerly.id());
        assertThat(found(wanted(former))).containsExactly("a");

        database.accounts.remove(now.id());
        assertThat(database.count("saved_view")).isZero();
    }

    @Test
    void nothingIsLeftOfAServiceUserThatIsRemoved() {
        views.add(robot, shared("a"), AT);
        preferences.save(robot, DARK);
        var others = views.add(ada, shared("b"), AT);

        database.serviceUsers.remove(robot, AT);

        assertThat(views.search(wanted(robot), 10)).containsExactly(others);
        assertThat(database.count("preferences")).isZero();
    }
}

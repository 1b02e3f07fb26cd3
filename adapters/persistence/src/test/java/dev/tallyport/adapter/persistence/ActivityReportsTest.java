package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallyport.application.activity.ActivityFilter;
import dev.tallyport.application.activity.ActivityReports.PullRequest;
import dev.tallyport.application.activity.ActivityReports.Selection;
import dev.tallyport.application.activity.ActivityReports.Wanted;
import dev.tallyport.application.activity.ListedActivity;
import dev.tallyport.application.activity.Place;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ActivityReportsTest {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    static final SourceName ACME = new SourceName("acme");
    static final Wanted ALL =
            new Wanted(Optional.empty(), Optional.empty(), ActivityFilter.ALL, "");
    static final Optional<Rows> EVERYTHING = Optional.of(new Rows.All());

    private final LedgerDatabase database = LedgerDatabase.open();
    private final PostgresActivities activities =
            new PostgresActivities(database.database, database.keys);
    private final PostgresActivityReports reports =
            new PostgresActivityReports(
                    database.database, database.keys, new ActivityConditions(database.keys));

    @AfterEach
    void close() {
        database.close();
    }

    private void record(Activity... some) {
        activities.record(database.source, List.of(some));
    }

    static Activity session(String id, String user, String title, Instant start) {
        return new Activity(
                Kind.SESSION,
                id,
                start,
                Optional.of(start.plusSeconds(60)),
                Optional.of(user),
                Optional.of("org-of-" + user),
                Optional.of("parent"),
                Optional.of(title),
                Map.of("acus", new BigDecimal("2.50")),
                Map.of(
                        "tags", List.of("ci", "urgent"),
                        "status", List.of("exit"),
                        "playbook-id", List.of("playbook-of-" + user)));
    }

    private Selection selection(Optional<Rows> listed, Optional<Rows> titled) {
        return new Selection(database.source, ACME, Kind.SESSION, listed, titled);
    }

    private List<String> ids(Selection selection, Wanted wanted) {
        return reports.newest(selection, wanted, Optional.empty(), 10).stream()
                .map(ListedActivity::id)
                .toList();
    }

    private static Rows of(String user) {
        return new Rows.Some(Set.of(), Set.of(user), Set.of(), Set.of());
    }

    @Test
    void aSessionIsListedAsItsVendorStatesIt() {
        record(session("s1", "ann", "Fix \"it\"", NOON));

        var listed = reports.newest(selection(EVERYTHING, EVERYTHING), ALL, Optional.empty(), 10);

        assertThat(listed)
                .containsExactly(
                        new ListedActivity(
                                ACME,
                                Kind.SESSION,
                                "s1",
                                NOON,
                                Optional.of(NOON.plusSeconds(60)),
                                Optional.of("ann"),
                                Optional.of("org-of-ann"),
                                Optional.of("parent"),
                                Optional.of("Fix \"it\""),
                                false,
                                Map.of("acus", new BigDecimal("2.50")),
                                Map.of(
                                        "tags", List.of("ci", "urgent"),
                                        "status", List.of("exit"),
                                        "playbook-id", List.of("playbook-of-ann"))));
    }

    @Test
    void whatNobodyIsKnownToHaveDoneIsOfNobody() {
        record(
                new Activity(
                        Kind.SESSION,
                        "s1",
                        NOON,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Map.of()));

        var listed =
                reports.newest(selection(EVERYTHING, EVERYTHING), ALL, Optional.empty(), 10)
                        .getFirst();

        assertThat(listed.user()).isEmpty();
        assertThat(listed.organization()).isEmpty();
        assertThat(listed.parent()).isEmpty();
        assertThat(listed.title()).isEmpty();
        assertThat(listed.isTitleHidden()).isFalse();
    }

    @Test
    void titlesAndTagsAreTheirsAloneWhoMaySeeThem() {
        record(session("s1", "ann", "Ann's", NOON), session("s2", "bob", "Bob's", NOON));

        var listed =
                reports.newest(
                        selection(EVERYTHING, Optional.of(of("ann"))), ALL, Optional.empty(), 10);

        assertThat(listed)
                .extracting(
                        ListedActivity::id,
                        ListedActivity::title,
                        ListedActivity::isTitleHidden,
                        one -> one.attributes().containsKey("tags"))
                .containsExactly(
                        tuple("s2", Optional.empty(), true, false),
                        tuple("s1", Optional.of("Ann's"), false, true));
    }

    @Test
    void whatMayBeSeenWithItsTitleIsListedThoughMetricsAreNot() {
        record(session("s1", "ann", "Ann's", NOON), session("s2", "bob", "Bob's", NOON));

        assertThat(ids(selection(Optional.empty(), Optional.of(of("ann"))), ALL))
                .containsExactly("s1");
        assertThat(ids(selection(Optional.of(of("bob")), Optional.of(of("ann"))), ALL))
                .containsExactly("s2", "s1");
    }

    @Test
    void titlesThatMayNotBeSeenAreNotSearched() {
        record(session("s1", "ann", "Fix 50%", NOON), session("s2", "bob", "FIX 50%", NOON));
        var wanted = new Wanted(Optional.empty(), Optional.empty(), ActivityFilter.ALL, "fix 50%");

        assertThat(ids(selection(EVERYTHING, EVERYTHING), wanted)).containsExactly("s2", "s1");
        assertThat(ids(selection(EVERYTHING, Optional.of(of("ann"))), wanted))
                .containsExactly("s1");
        assertThat(ids(selection(EVERYTHING, Optional.empty()), wanted)).isEmpty();
    }

    @Test
    void aFilterKeepsWhatStatesOneOfItsValues() {
        record(session("s1", "ann", "", NOON), session("s2", "bob", "", NOON.plusSeconds(1)));
        var everything = selection(EVERYTHING, EVERYTHING);

        assertThat(ids(everything, wanted(only(Dimension.USER, "ann")))).containsExactly("s1");
        assertThat(ids(everything, wanted(only(Dimension.ORGANIZATION, "org-of-bob", "org-9"))))
                .containsExactly("s2");
        assertThat(ids(everything, wanted(only(Set.of("exit"), Set.of()))))
                .containsExactly("s2", "s1");
        assertThat(ids(everything, wanted(only(Set.of("running"), Set.of())))).isEmpty();
        assertThat(ids(everything, wanted(only(Set.of(), Set.of("playbook-of-ann")))))
                .containsExactly("s1");
        assertThat(ids(everything, wanted(only(Dimension.USER)))).isEmpty();
        assertThat(
                        ids(
                                everything,
                                new Wanted(
                                        Optional.of(NOON),
                                        Optional.of(NOON.plusSeconds(1)),
                                        ActivityFilter.ALL,
                                        "")))
                .containsExactly("s1");
    }

    @Test
    void whatIsLeftOutIsNotListed() {
        record(session("s1", "ann", "", NOON), session("s2", "bob", "", NOON.plusSeconds(1)));
        var butAnn =
                ActivityFilter.ALL.withWhose(Filter.ALL.withExcept(Dimension.USER, Set.of("ann")));

        assertThat(ids(selection(EVERYTHING, EVERYTHING), wanted(butAnn))).containsExactly("s2");
    }

    private static ActivityFilter only(Dimension dimension, String... values) {
        return ActivityFilter.ALL.withWhose(Filter.ALL.withOnly(dimension, Set.of(values)));
    }

    /// @param statuses none for all
    /// @param playbooks none for all
    private static ActivityFilter only(Set<String> statuses, Set<String> playbooks) {
        return new ActivityFilter(
                Filter.ALL,
                Optional.of(statuses).filter(some -> !some.isEmpty()),
                Optional.of(playbooks).filter(some -> !some.isEmpty()));
    }

    private static Wanted wanted(ActivityFilter filter) {
        return new Wanted(Optional.empty(), Optional.empty(), filter, "");
    }

    @Test
    void oneIsFoundByItsIdWhereItMayBeSeen() {
        record(session("s1", "ann", "Ann's", NOON));

        assertThat(reports.find(selection(EVERYTHING, Optional.empty()), "s1"))
                .hasValueSatisfying(one -> assertThat(one.title()).isEmpty());
        assertThat(reports.find(selection(Optional.of(of("bob")), Optional.empty()), "s1"))
                .isEmpty();
        assertThat(reports.find(selection(EVERYTHING, EVERYTHING), "s2")).isEmpty();
    }

    @Test
    void pullRequestsAreThoseThatNameTheSession() {
        record(
                pullRequest("p1", "s1", "merged"),
                pullRequest("p2", "s2", "open"),
                pullRequest("p3", "s3", "open"));

        var found = reports.pullRequests(database.source, List.of("s1", "s2"));

        assertThat(found)
                .containsExactly(
                        new PullRequest("p1", "s1", Optional.of("merged"), Optional.of("acme/app")),
                        new PullRequest("p2", "s2", Optional.of("open"), Optional.of("acme/app")));
        assertThat(reports.pullRequests(database.source, List.of())).isEmpty();
    }

    private static Activity pullRequest(String id, String session, String state) {
        return new Activity(
                Kind.PULL_REQUEST,
                id,
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(session),
                Optional.empty(),
                Map.of(),
                Map.of("state", List.of(state), "repository", List.of("acme/app")));
    }

    @Test
    void behindAPlaceOfAnotherSourceOrKindIsWhatComesAfterIt() {
        record(session("s1", "ann", "", NOON), session("s2", "ann", "", NOON.minusSeconds(1)));
        var everything = selection(EVERYTHING, EVERYTHING);
        var before = new Place(NOON, new SourceName("aaa"), Kind.SEARCH, "x");
        var behind = new Place(NOON, new SourceName("zzz"), Kind.SESSION, "x");
        var laterKind = new Place(NOON, ACME, Kind.SEARCH, "x");

        assertThat(after(everything, before)).containsExactly("s1", "s2");
        assertThat(after(everything, behind)).containsExactly("s2");
        assertThat(after(everything, laterKind)).containsExactly("s2");
    }

    private List<String> after(Selection selection, Place place) {
        return reports.newest(selection, ALL, Optional.of(place), 10).stream()
                .map(ListedActivity::id)
                .toList();
    }
}

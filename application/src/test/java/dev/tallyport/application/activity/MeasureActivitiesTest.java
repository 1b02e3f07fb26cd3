package dev.tallyport.application.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.activity.ActivityCounts.SessionGroup;
import dev.tallyport.application.activity.Measured.Standing;
import dev.tallyport.application.activity.Metrics.ActiveUsers;
import dev.tallyport.application.activity.Metrics.Category;
import dev.tallyport.application.activity.Metrics.PullRequests;
import dev.tallyport.application.activity.Metrics.Sessions;
import dev.tallyport.application.activity.Metrics.Share;
import dev.tallyport.application.activity.Metrics.Subcategory;
import dev.tallyport.application.activity.Metrics.Usage;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Identifying;
import dev.tallyport.application.source.RegisteredSources;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MeasureActivitiesTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final SourceName BETA = new SourceName("beta");
    private static final VendorUser ANN = new VendorUser(ACME, "ann");
    private static final VendorUser ANN_AT_BETA = new VendorUser(BETA, "a7");
    private static final Instant START = Instant.parse("2026-03-01T18:00:00Z");
    private static final Instant END = Instant.parse("2026-03-03T06:00:00Z");
    private static final Visibility EVERYTHING = new Visibility.Everything();

    private final RegisteredSources sources = new RegisteredSources();
    private final SourceId acme = sources.register(ACME, "test");
    private final SetCounts counts = new SetCounts();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final MeasureActivities measureActivities =
            new MeasureActivities(
                    sources,
                    counts,
                    Identifying.as(
                            Viewers.linkedTo(ANN), Map.of(ANN_AT_BETA, new Principal.Person(7))),
                    new RecordActivityReads(() -> Optional.of(Viewers.linkedTo(ANN)), audit));

    MeasureActivitiesTest() {
        sources.register(BETA, "test");
    }

    private static MetricsQuestion question(Visibility visibility, ActivityFilter filter) {
        return new MetricsQuestion(visibility, START, END, filter);
    }

    private static ActivityFilter only(Dimension dimension, String... values) {
        return ActivityFilter.ALL.withWhose(Filter.ALL.withOnly(dimension, Set.of(values)));
    }

    private static MetricsQuestion everything() {
        return question(EVERYTHING, ActivityFilter.ALL);
    }

    private static SessionGroup group(
            String origin, String category, boolean merged, long sessions, String acus) {
        return new SessionGroup(
                word(origin),
                Optional.of("m"),
                word(category),
                Optional.empty(),
                merged,
                false,
                merged,
                acus.isEmpty()
                        ? new Tally(sessions, 0, BigDecimal.ZERO)
                        : new Tally(sessions, sessions, new BigDecimal(acus)));
    }

    private static Optional<String> word(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    @Test
    void whatNoSourceEverHandedOverIsNotZero() {
        counts.kinds.put(acme, Set.of(Kind.SESSION));

        var usage = measureActivities.usage(everything());

        assertThat(usage.figures())
                .contains(
                        new Usage(
                                Optional.of(0L),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(usage.sources())
                .containsExactly(
                        new Standing(
                                ACME,
                                Set.of(Kind.SESSION),
                                Set.of(Kind.SEARCH, Kind.PULL_REQUEST),
                                Optional.empty()),
                        new Standing(
                                BETA,
                                Set.of(),
                                Set.of(Kind.SESSION, Kind.SEARCH, Kind.PULL_REQUEST),
                                Optional.empty()));
        assertThat(measureActivities.searches(everything()).figures()).isEmpty();
        assertThat(measureActivities.pullRequests(everything()).figures()).isEmpty();
    }

    @Test
    void sourcesOfWhichNothingMayBeSeenOrIsAskedAreNotMentioned() {
        counts.kinds.put(acme, Set.of(Kind.SESSION));
        var ann = new Visibility.Some(Set.of(), Set.of(ANN), Set.of(), Set.of());

        var seen = measureActivities.usage(question(ann, ActivityFilter.ALL));
        var asked = measureActivities.usage(question(EVERYTHING, only(Dimension.SOURCE, "acme")));
        var nothing =
                measureActivities.usage(question(new Visibility.Nothing(), ActivityFilter.ALL));

        assertThat(seen.sources()).extracting(Standing::source).containsExactly(ACME);
        assertThat(asked.sources()).extracting(Standing::source).containsExactly(ACME);
        assertThat(nothing.sources()).isEmpty();
        assertThat(nothing.figures()).isEmpty();
    }

    @Test
    void sessionsAreDividedByTheVendorsWordsWithThoseThatStateNoneLast() {
        counts.kinds.put(acme, Set.of(Kind.SESSION, Kind.PULL_REQUEST));
        counts.sessions =
                List.of(
                        group("", "", false, 3, "1"),
                        group("slack", "", true, 2, "2.5"),
                        group("api", "", false, 1, ""));

        var sessions = measureActivities.sessions(everything()).figures();

        assertThat(sessions)
                .contains(
                        new Sessions(
                                new Tally(6, 5, new BigDecimal("3.5")),
                                2,
                                Optional.empty(),
                                Optional.of(2L),
                                List.of(
                                        new Share(Optional.of("api"), 1),
                                        new Share(Optional.of("slack"), 2),
                                        new Share(Optional.empty(), 3)),
                                List.of(new Share(Optional.of("m"), 6)),
                                List.of(new Share(Optional.of("m"), 2))));
    }

    @Test
    void theAverageIsOverSessionsThatSayWhatTheyConsumed() {
        counts.kinds.put(acme, Set.of(Kind.SESSION));
        counts.sessions = List.of(group("", "", false, 3, "7"), group("api", "", false, 9, ""));

        var sessions = measureActivities.sessions(everything()).figures().orElseThrow();

        assertThat(sessions.averageAcus()).contains(new BigDecimal("2.3333333333"));
        assertThat(sessions.withMergedPullRequests()).isEmpty();
        assertThat(Tally.NONE.averageAcus()).isEmpty();
    }

    @Test
    void searchesOfSessionsCountWhereAnySourceTellsThem() {
        counts.kinds.put(acme, Set.of(Kind.SESSION));
        counts.sessionsOfSearches.add(acme);

        assertThat(measureActivities.sessions(everything()).figures().flatMap(Sessions::withSearch))
                .contains(0L);
    }

    @Test
    void theSubcategoriesOfACategoryAreAllOfIt() {
        counts.kinds.put(acme, Set.of(Kind.SESSION));
        counts.sessions =
                List.of(
                        group("api", "fixing", false, 3, "1"),
                        group("slack", "fixing", false, 1, ""),
                        group("slack", "", false, 2, ""));

        var categories = measureActivities.sessionsByCategory(everything()).figures();

        var fixing = new Tally(4, 3, BigDecimal.ONE);
        var others = new Tally(2, 0, BigDecimal.ZERO);
        assertThat(categories)
                .contains(
                        List.of(
                                new Category(
                                        Optional.of("fixing"),
                                        fixing,
                                        List.of(new Subcategory(Optional.empty(), fixing))),
                                new Category(
                                        Optional.empty(),
                                        others,
                                        List.of(new Subcategory(Optional.empty(), others)))));
    }

    @Test
    void pullRequestsOfWhateverStateWereCreated() {
        counts.kinds.put(acme, Set.of(Kind.PULL_REQUEST));
        counts.pullRequests.put(Optional.of("merged"), 4L);
        counts.pullRequests.put(Optional.of("open"), 2L);
        counts.pullRequests.put(Optional.of("draft"), 1L);
        counts.pullRequests.put(Optional.empty(), 1L);

        assertThat(measureActivities.pullRequests(everything()).figures())
                .contains(new PullRequests(8, 2, 0, 4));
    }

    @Test
    void aPeriodInWhichNobodyWasActiveIsZeroAndTheEndsAreCutShort() {
        counts.kinds.put(acme, Set.of(Kind.SEARCH));
        counts.active.put(Instant.parse("2026-03-01T00:00:00Z"), 2L);
        counts.active.put(Instant.parse("2026-03-03T00:00:00Z"), 1L);

        var active =
                measureActivities
                        .activeUsers(everything(), ActiveLeast.ANYTHING, CountedPeriod.DAY)
                        .figures();

        var second = Instant.parse("2026-03-02T00:00:00Z");
        var third = Instant.parse("2026-03-03T00:00:00Z");
        assertThat(active)
                .contains(
                        List.of(
                                new ActiveUsers(START, second, 2),
                                new ActiveUsers(second, third, 0),
                                new ActiveUsers(third, END, 1)));
    }

    @Test
    void whoAsksAboutAnotherPersonIsRecordedAndWhoAsksAboutAllOrOneselfIsNot() {
        measureActivities.usage(everything());
        measureActivities.usage(question(EVERYTHING, only(Dimension.PERSON, Filter.ME)));
        var annAtAcme =
                Filter.ALL
                        .withOnly(Dimension.USER, Set.of("ann"))
                        .withOnly(Dimension.SOURCE, Set.of("acme"));
        measureActivities.usage(question(EVERYTHING, ActivityFilter.ALL.withWhose(annAtAcme)));
        assertThat(audit.entries()).isEmpty();

        measureActivities.usage(question(EVERYTHING, only(Dimension.USER, "bob")));

        assertThat(audit.entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo(Action.ACTIVITIES_READ);
                    assertThat(entry.after())
                            .containsEntry("metric", "usage")
                            .containsEntry("only user", "bob");
                });
    }

    @Test
    void eachSourceIsAskedForWhatItKnowsThePersonsAs() {
        counts.kinds.put(acme, Set.of(Kind.SESSION));

        measureActivities.usage(question(EVERYTHING, only(Dimension.PERSON, Filter.ME, "7")));

        assertThat(counts.asked)
                .extracting(selection -> selection.filter().whose())
                .containsExactly(
                        Filter.ALL.withOnly(Dimension.USER, Set.of("ann")),
                        Filter.ALL.withOnly(Dimension.USER, Set.of("a7")));
    }

    @Test
    void whoAsksAboutAnotherPersonByTheirNumberIsRecorded() {
        measureActivities.usage(question(EVERYTHING, only(Dimension.PERSON, "7")));

        assertThat(audit.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.after()).containsEntry("only person", "7"));
    }

    @Test
    void activitiesAreNotAskedForByWhatTheyDoNotState() {
        assertThatThrownBy(() -> only(Dimension.MODEL, "a model"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MODEL");
    }
}

package dev.tallyport.application.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.activity.ActivityReports.PullRequest;
import dev.tallyport.application.activity.ActivityReports.Wanted;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Identifying;
import dev.tallyport.application.source.RegisteredSources;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ListActivitiesTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final SourceName BETA = new SourceName("beta");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Set<Kind> ALL_KINDS = EnumSet.allOf(Kind.class);
    private static final Wanted ALL =
            new Wanted(Optional.empty(), Optional.empty(), ActivityFilter.ALL, "");

    private final RegisteredSources sources = new RegisteredSources();
    private final InMemoryActivities activities = new InMemoryActivities();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final RecordActivityReads reads =
            new RecordActivityReads(() -> Optional.of(Viewers.linkedTo()), audit);
    private final SeenActivities seen = new SeenActivities(sources);
    private final ListActivities listActivities =
            new ListActivities(
                    seen,
                    activities,
                    Identifying.as(
                            Viewers.linkedTo(),
                            Map.of(new VendorUser(ACME, "ann"), new Principal.Person(7))),
                    reads);
    private final FindSessions findSessions =
            new FindSessions(listActivities, seen, activities, reads, sources);

    ListActivitiesTest() {
        sources.register(ACME, "test");
        sources.register(BETA, "test");
        activities.add(activity(ACME, Kind.SESSION, "s1", "org-1", 3));
        activities.add(activity(BETA, Kind.SESSION, "s2", "org-1", 1));
        activities.add(activity(ACME, Kind.SEARCH, "q1", "org-2", 2));
        activities.add(activity(ACME, Kind.AUDIT_EVENT, "a1", "org-1", 0));
        activities.add(new PullRequest("p1", "s1", Optional.of("open"), Optional.empty()));
    }

    private static ListedActivity activity(
            SourceName source, Kind kind, String id, String organization, int second) {
        return new ListedActivity(
                source,
                kind,
                id,
                NOON.plusSeconds(second),
                Optional.empty(),
                Optional.of("ann"),
                Optional.of(organization),
                Optional.empty(),
                Optional.of("A title"),
                false,
                Map.of("acus", new BigDecimal("2.5")),
                Map.of("origin", List.of("slack"), "tags", List.of("ci", "urgent")));
    }

    private static Viewer holding(Permission... permissions) {
        return Viewers.holding(permissions);
    }

    private List<ListedActivity> listed(Viewer viewer) {
        return listActivities.list(viewer, ALL_KINDS, ALL, Optional.empty(), 10);
    }

    @Test
    void theNewestOfAllSourcesAndKindsComesFirst() {
        var viewer = holding(Permission.VIEW_ACCOUNT_SESSIONS, Permission.VIEW_AUDIT_LOG);

        assertThat(listed(viewer))
                .extracting(ListedActivity::id)
                .containsExactly("s1", "q1", "s2", "a1");
        assertThat(listActivities.list(viewer, ALL_KINDS, ALL, Optional.empty(), 2))
                .extracting(ListedActivity::id)
                .containsExactly("s1", "q1");
        assertThat(listActivities.list(viewer, Set.of(Kind.SESSION), ALL, Optional.empty(), 10))
                .extracting(ListedActivity::id)
                .containsExactly("s1", "s2");
    }

    @Test
    void metricsShowNoTitlesAndNobodysAuditLog() {
        assertThat(listed(holding(Permission.VIEW_ACCOUNT_METRICS)))
                .extracting(ListedActivity::id, ListedActivity::isTitleHidden)
                .containsExactly(tuple("s1", true), tuple("q1", true), tuple("s2", true));
    }

    @Test
    void sessionsShowTitlesAndTheAuditLogIsForItsReaders() {
        assertThat(listed(holding(Permission.VIEW_ACCOUNT_SESSIONS)))
                .extracting(ListedActivity::id, ListedActivity::isTitleHidden)
                .containsExactly(tuple("s1", false), tuple("q1", false), tuple("s2", false));
        assertThat(listed(holding(Permission.VIEW_AUDIT_LOG)))
                .extracting(ListedActivity::id, ListedActivity::isTitleHidden)
                .containsExactly(tuple("a1", false));
    }

    @Test
    void whoSeesTheSessionsOfAnOrganizationAndMetricsOfAllSeesSomeTitles() {
        var viewer =
                Viewers.holding(
                        Set.of(
                                new Grant(Permission.VIEW_ACCOUNT_METRICS, new Scope.Enterprise()),
                                new Grant(
                                        Permission.VIEW_ORG_SESSIONS,
                                        new Scope.Organization(
                                                new VendorOrganization(ACME, "org-1")))));

        assertThat(listed(viewer))
                .extracting(ListedActivity::id, ListedActivity::isTitleHidden)
                .containsExactly(tuple("s1", false), tuple("q1", true), tuple("s2", true));
    }

    @Test
    void whoeverMaySeeNothingGetsNothingAndIsNotRecorded() {
        assertThat(listed(holding())).isEmpty();
        assertThat(audit.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1000, 1001, 2500})
    void allAreHandedOverOnceAndRecordedOnce(int sessions) {
        for (int i = 0; i < sessions; i++) {
            activities.add(activity(ACME, Kind.SESSION, "more-" + i, "org-1", 10 + i));
        }
        var viewer = holding(Permission.VIEW_ACCOUNT_SESSIONS);
        var handedOver = new ArrayList<Session>();

        findSessions.handOver(viewer, ALL, handedOver::add);

        assertThat(handedOver)
                .hasSize(sessions + 2)
                .isSortedAccordingTo(Comparator.comparing(Session::created).reversed());
        assertThat(handedOver).extracting(Session::id).doesNotHaveDuplicates();
        assertThat(handedOver.get(sessions).pullRequests()).hasSize(1);
        assertThat(audit.entries()).hasSize(1);
    }

    @Test
    void whatWasReadOfASourceIsNotReadAgainForTheNextPage() {
        for (int i = 0; i < 1500; i++) {
            activities.add(activity(ACME, Kind.SESSION, "acme-" + i, "org-1", 10 + 3 * i));
            activities.add(activity(BETA, Kind.SESSION, "beta-" + i, "org-1", 11 + 2 * i));
        }
        var viewer = holding(Permission.VIEW_ACCOUNT_SESSIONS);
        var handedOver = new ArrayList<List<ListedActivity>>();

        listActivities.handOver(viewer, Set.of(Kind.SESSION), ALL, handedOver::add);

        assertThat(handedOver).extracting(List::size).containsExactly(1000, 1000, 1000, 2);
        assertThat(handedOver.stream().flatMap(List::stream).toList())
                .isSortedAccordingTo(Comparator.comparing(ListedActivity::place, Place.ORDER))
                .doesNotHaveDuplicates();
        assertThat(activities.reads()).isEqualTo(4);
    }

    @Test
    void lookingAtOtherPeopleIsRecorded() {
        listed(holding(Permission.VIEW_ACCOUNT_METRICS));

        assertThat(audit.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo(Action.ACTIVITIES_READ));
    }

    @Test
    void aPersonIsWhatEachSourceKnowsThemAs() {
        var viewer = holding(Permission.VIEW_ACCOUNT_METRICS);
        var seven = Filter.ALL.withOnly(Dimension.PERSON, Set.of("7"));
        var me = Filter.ALL.withOnly(Dimension.PERSON, Set.of(Filter.ME));

        assertThat(listed(viewer, seven))
                .extracting(ListedActivity::id)
                .containsExactly("s1", "q1");
        assertThat(listed(viewer, seven.withOnly(Dimension.USER, Set.of("bob")))).isEmpty();
        assertThat(listed(viewer, me)).isEmpty();
    }

    private List<ListedActivity> listed(Viewer viewer, Filter whose) {
        var wanted =
                new Wanted(
                        Optional.empty(),
                        Optional.empty(),
                        ActivityFilter.ALL.withWhose(whose),
                        "");
        return listActivities.list(viewer, ALL_KINDS, wanted, Optional.empty(), 10);
    }

    @Test
    void aSessionComesWithItsPullRequests() {
        var viewer = holding(Permission.VIEW_ACCOUNT_SESSIONS);

        var listed = findSessions.list(viewer, ALL, Optional.empty(), 10);
        var found = findSessions.find(viewer, ACME, "s1");

        assertThat(listed)
                .extracting(Session::id, one -> one.pullRequests().size())
                .containsExactly(tuple("s1", 1), tuple("s2", 0));
        assertThat(found).contains(listed.getFirst());
        assertThat(found)
                .hasValueSatisfying(session -> {
                    assertThat(session.lifetimeAcus()).contains(new BigDecimal("2.5"));
                    assertThat(session.origin()).contains("slack");
                    assertThat(session.tags()).containsExactly("ci", "urgent");
                    assertThat(session.status()).isEmpty();
                });
    }

    @Test
    void aSessionThatMayNotBeSeenIsUnknown() {
        assertThat(findSessions.find(holding(), ACME, "s1")).isEmpty();
        assertThat(
                        findSessions.find(
                                holding(Permission.VIEW_ACCOUNT_METRICS),
                                new SourceName("zeta"),
                                "s1"))
                .isEmpty();
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void lookingAtTheSessionOfSomebodyElseIsRecorded() {
        findSessions.find(holding(Permission.VIEW_ACCOUNT_METRICS), ACME, "s1");

        assertThat(audit.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.after()).containsEntry("session", "s1"));
    }
}

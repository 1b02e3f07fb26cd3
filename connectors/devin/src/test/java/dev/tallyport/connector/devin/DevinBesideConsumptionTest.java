package dev.tallyport.connector.devin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Observation;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.UsageFact;
import dev.tallyport.simulator.devin.AcuLimits;
import dev.tallyport.simulator.devin.AuditEvent;
import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.Group;
import dev.tallyport.simulator.devin.Permission;
import dev.tallyport.simulator.devin.PullRequest;
import dev.tallyport.simulator.devin.Search;
import dev.tallyport.simulator.devin.Session;
import dev.tallyport.simulator.devin.SimulatorOptions;
import dev.tallyport.simulator.devin.Sizes;
import dev.tallyport.simulator.devin.Standing;
import dev.tallyport.simulator.http.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever Devin states that is no consumption of days, against the simulated vendor.
final class DevinBesideConsumptionTest {

    private static final Instant NOW = Instant.parse("2026-11-19T20:00:00Z");
    private static final String KEY = "cog_secret_of_the_test";
    private static final String SESSIONS = "/v3/enterprise/sessions?";

    private final DevinEnterprise enterprise =
            DevinEnterprise.generate(7, NOW, new Sizes(20, 3, 3, 3));
    private final DevinSimulator vendor = new DevinSimulator(enterprise, SimulatorOptions.of(KEY));
    private final DevinConnector connector =
            new DevinConnector(
                    new Vendors(InstantSource.fixed(NOW), AddressRule.PUBLIC_AND_PRIVATE, _ -> {}));
    private final ToyLedger ledger = new ToyLedger();

    @BeforeEach
    void start() throws IOException {
        vendor.start();
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void sessionsAreWhatTheVendorHolds() {
        read(NOW);

        var held = ledger.activities(Activity.Kind.SESSION);
        assertThat(held).hasSameSizeAs(enterprise.sessions());
        assertThat(enterprise.sessions())
                .allSatisfy(session -> assertThat(held.get(session.id())).isEqualTo(kept(session)));
        assertThat(ledger.rejects()).isEmpty();
        assertThat(ledger.notes()).isEmpty();
    }

    @Test
    void pullRequestsBelongToTheirSessions() {
        read(NOW);

        var session = one(each -> each.pullRequests().size() == 2);
        for (var proposed : session.pullRequests()) {
            var kept = ledger.activity(Activity.Kind.PULL_REQUEST, proposed.url());
            assertThat(kept.parent()).hasValue(session.id());
            assertThat(kept.attributes().get("state"))
                    .isEqualTo(proposed.state() == null ? null : List.of(proposed.state()));
            assertThat(kept.attributes())
                    .hasEntrySatisfying(
                            "repository",
                            names ->
                                    assertThat(names)
                                            .singleElement()
                                            .asString()
                                            .matches("github.com/acme/[a-z-]+"));
        }
    }

    @Test
    void lifetimesOfSessionsAreACutOfTheirOwnOnTheDayTheyWereCreated() {
        read(NOW);

        var lifetimes = new HashMap<String, BigDecimal>();
        for (var fact : ledger.facts()) {
            if (fact.cut().equals("sessions")) {
                var session = enterprise.session(named(fact, Dimension.ACTIVITY)).orElseThrow();
                lifetimes.put(session.id(), fact.quantity().stripTrailingZeros());
                assertThat(Span.dayOf(session.created())).isEqualTo(Span.dayOf(fact.start()));
                assertThat(fact.dimensions())
                        .containsEntry(Dimension.USER, session.owner())
                        .containsEntry(Dimension.ORGANIZATION, session.organization());
            }
        }
        assertThat(lifetimes)
                .isEqualTo(
                        enterprise.sessions().stream()
                                .collect(Collectors.toMap(Session::id, Session::total)));
    }

    @Test
    void anUpdateIsFoundByTheNextReadAlsoWhenItRevisesDown() {
        read(NOW);
        var old = enterprise.sessions().getLast();
        var day = old.acus().firstKey();
        var revised =
                old.withAcus(day, new BigDecimal("0.01"), NOW.plusSeconds(60))
                        .withStatus("suspended", "inactivity", NOW.plusSeconds(60));
        enterprise.put(revised);

        read(NOW.plusSeconds(120));

        assertThat(ledger.activity(Activity.Kind.SESSION, old.id())).isEqualTo(kept(revised));
        assertThat(lifetimeOf(old.id())).isEqualByComparingTo(revised.total());
        assertThat(revised.total()).isLessThan(old.total());
    }

    @Test
    void aReadWithoutNewsAsksForWhatIsNewOnly() {
        read(NOW);
        vendor.forgetRequests();

        read(NOW.plusSeconds(120));

        assertThat(vendor.requestsTo(path -> path.startsWith(SESSIONS))).isEqualTo(1);
        assertThat(vendor.requestsTo(path -> path.matches(".*/users/[^/]+/consumption/acu-limits")))
                .isZero();
    }

    @Test
    void aFigureThatChangedWithoutSayingSoIsFoundOnceADay() {
        read(NOW);
        var session = enterprise.sessions().getFirst();
        var day = session.acus().firstKey();
        enterprise.put(session.withAcus(day, new BigDecimal("9.75"), session.updated()));

        read(NOW.plus(Duration.ofDays(1)));

        assertThat(lifetimeOf(session.id())).isEqualByComparingTo("9.75");
    }

    @Test
    void noSessionIsAskedForByTimesThatMeanNothingThere() {
        read(NOW);

        assertThat(vendor.requestsTo(path -> path.startsWith(SESSIONS))).isPositive();
        assertThat(vendor.requestsTo(path -> path.startsWith(SESSIONS) && path.contains("time_")))
                .isZero();
    }

    @Test
    void everySessionIsFoundWhereverTheWindowsMeet() {
        var start = enterprise.cycles().getFirst().start();
        var model = enterprise.sessions().getLast();
        for (int week = 0; week < 9; week++) {
            for (int second = -1; second < 2; second++) {
                var at = start.plus(Duration.ofDays(7L * week)).plusSeconds(second);
                enterprise.put(model.withStatus("exit", null, at).withId("devin-" + at));
            }
        }

        read(NOW);

        assertThat(ledger.activities(Activity.Kind.SESSION)).hasSameSizeAs(enterprise.sessions());
    }

    @Test
    void wordsThatAreNotDocumentedAreKeptAndMembersThatAreNotAsDocumentedRejected() {
        vendor.failNext(
                1,
                path -> path.startsWith(SESSIONS),
                Fault.replacedBody(
                        """
                        {"items": [
                            {"session_id": "devin-odd", "created_at": 1795000000,
                             "status": "hibernating", "origin": "telepathy", "colour": {"red": 1},
                             "acus_consumed": "many", "tags": [1], "org_id": " ",
                             "pull_requests": [{"pr_state": "squashed"},
                                {"pr_url": "https://example.com/x/-/merge_requests/1",
                                 "pr_state": "squashed"}]},
                            {"created_at": 1795000000},
                            {"session_id": "devin-bare", "created_at": 1795000000},
                            7],
                         "has_next_page": false}
                        """));

        read(NOW);

        var odd = ledger.activity(Activity.Kind.SESSION, "devin-odd");
        assertThat(odd.attributes())
                .containsEntry("status", List.of("hibernating"))
                .containsEntry("origin", List.of("telepathy"));
        assertThat(odd.organization()).isEmpty();
        assertThat(odd.figures()).isEmpty();
        assertThat(ledger.activities(Activity.Kind.SESSION)).containsKey("devin-bare");
        assertThat(
                        ledger.activity(
                                        Activity.Kind.PULL_REQUEST,
                                        "https://example.com/x/-/merge_requests/1")
                                .attributes())
                .containsEntry("state", List.of("squashed"))
                .containsEntry("repository", List.of("example.com/x"));
        assertThat(ledger.rejects())
                .extracting(reject -> reject.path())
                .containsExactlyInAnyOrder(
                        "$.items[0].acus_consumed",
                        "$.items[0].tags[0]",
                        "$.items[0].org_id",
                        "$.items[0].pull_requests[0].pr_url",
                        "$.items[1].session_id",
                        "$.items[2].acus_consumed",
                        "$.items[3]");
    }

    @Test
    void eachPermissionThatTheKeyLacksIsNotedAndTheRestIsRead() {
        var notes = new HashMap<Permission, Set<String>>();
        for (var permission : Permission.values()) {
            if (permission != Permission.VIEW_ACCOUNT_CONSUMPTION) {
                enterprise.revoke(permission);
                var fresh = new ToyLedger();

                connector.read(
                        settings(), new ReadRequest(NOW, Optional.empty(), List.of()), fresh);

                notes.put(permission, partsOf(fresh.notes()));
                assertThat(fresh.held("enterprise")).isNotEmpty();
                assertThat(fresh.activities(Activity.Kind.SESSION).isEmpty())
                        .isEqualTo(permission == Permission.VIEW_ACCOUNT_SESSIONS);
                enterprise.grant(permission);
            }
        }

        assertThat(notes)
                .isEqualTo(
                        Map.of(
                                Permission.VIEW_ACCOUNT_METRICS,
                                Set.of(
                                        "active-users",
                                        "metrics/prs",
                                        "metrics/searches",
                                        "metrics/sessions",
                                        "metrics/usage",
                                        "queue"),
                                Permission.VIEW_ACCOUNT_SESSIONS,
                                Set.of("searches", "session-insights", "sessions"),
                                Permission.MANAGE_ACCOUNT_MEMBERSHIP,
                                Set.of("groups", "members", "service-users"),
                                Permission.MANAGE_ORGANIZATIONS,
                                Set.of("organizations"),
                                Permission.MANAGE_ENTERPRISE_SETTINGS,
                                Set.of("audit-events")));
    }

    @Test
    void whatADeploymentDoesNotOfferIsNotedAndTheRestIsRead() {
        vendor.fail(path -> path.startsWith("/v3/enterprise/queue"), Fault.status(405));
        vendor.fail(path -> path.contains("/insights"), Fault.status(404));
        vendor.fail(path -> path.contains("acu-limits"), Fault.status(404));

        read(NOW);

        assertThat(partsOf(ledger.notes()))
                .containsExactly(
                        "limits",
                        "limits/default",
                        "limits/organizations",
                        "limits/users",
                        "queue",
                        "session-insights");
        assertThat(ledger.activities(Activity.Kind.SESSION))
                .hasSameSizeAs(enterprise.sessions())
                .allSatisfy((_, session) ->
                        assertThat(session.attributes()).doesNotContainKey("session-size"));
    }

    @Test
    void aPartThatFailsKeepsNoOtherFromBeingReadAndIsReadAgain() {
        vendor.fail(path -> path.startsWith(SESSIONS), Fault.replacedBody("[1, 2"));

        assertThatThrownBy(() -> read(NOW))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("everything else was read, but not sessions");
        assertThat(ledger.observations("queue-size")).hasSize(1);
        assertThat(ledger.activities(Activity.Kind.SESSION)).isEmpty();
        vendor.heal();
        read(NOW.plusSeconds(120));

        assertThat(ledger.activities(Activity.Kind.SESSION)).hasSameSizeAs(enterprise.sessions());
    }

    @Test
    void aKeyThatIsWithdrawnMeanwhileFailsTheReadInsteadOfSwitchingPartsOff() {
        vendor.fail(
                _ -> vendor.requestsTo(earlier -> earlier.startsWith(SESSIONS)) > 3,
                Fault.status(401));

        assertThatThrownBy(() -> read(NOW))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure ->
                                assertThat(failure.kind())
                                        .isEqualTo(ConnectorException.Kind.UNAUTHORIZED));
        assertThat(ledger.notes()).isEmpty();
    }

    @Test
    void aVendorThatGoesDownMeanwhileIsNotAskedForEveryPart() {
        vendor.fail(path -> path.startsWith("/v3/enterprise/metrics/"), Fault.replacedBody("{"));

        assertThatThrownBy(() -> read(NOW)).isInstanceOf(ConnectorException.class);

        assertThat(vendor.requestsTo(path -> path.startsWith("/v3/enterprise/queue"))).isZero();
    }

    @Test
    void insightsThatFailedAreReadAgain() {
        vendor.fail(path -> path.contains("/insights"), Fault.replacedBody("{}"));

        assertThatThrownBy(() -> read(NOW)).isInstanceOf(ConnectorException.class);
        vendor.heal();
        read(NOW.plusSeconds(120));

        assertThat(ledger.activities(Activity.Kind.SESSION).values())
                .hasSameSizeAs(enterprise.sessions())
                .allSatisfy(
                        session -> assertThat(session.attributes()).containsKey("session-size"));
    }

    @Test
    void aCancelledReadStopsWhereverItIs() throws Exception {
        vendor.fail(path -> path.startsWith(SESSIONS), new Fault.SlowBody(Duration.ofSeconds(5)));
        var reading =
                new FutureTask<>(() -> {
                    read(NOW);
                    return true;
                });
        var thread = Thread.ofVirtual().start(reading);
        while (vendor.requestsTo(path -> path.startsWith(SESSIONS)) == 0) {
            Thread.sleep(5);
        }

        thread.interrupt();

        assertThatThrownBy(reading::get).hasRootCauseInstanceOf(CancellationException.class);
        assertThat(ledger.activities(Activity.Kind.SESSION)).isEmpty();
    }

    @Test
    void aChosenWindowIsReadWholeAndAlone() {
        var start = Instant.parse("2026-10-01T08:00:00Z");
        var end = Instant.parse("2026-10-11T08:00:00Z");

        connector.read(
                settings(),
                new ReadRequest(NOW, Optional.empty(), List.of())
                        .withWindow(new Interval(start, end)),
                ledger);

        assertThat(ledger.activities(Activity.Kind.SESSION).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        enterprise.sessions().stream()
                                .filter(session -> !session.created().isBefore(start))
                                .filter(session -> session.created().isBefore(end))
                                .map(Session::id)
                                .toList());
        assertThat(ledger.held("daily")).isNotEmpty();
        assertThat(ledger.facts())
                .allMatch(fact -> !fact.start().isBefore(start) && !fact.end().isAfter(end));
        assertThat(ledger.observations("sessions"))
                .extracting(Observation::start, Observation::end)
                .containsExactly(tuple(start, end));
        assertThat(ledger.isComplete(Span.dayOf(start))).isTrue();
        assertThat(ledger.checkpoint()).isEmpty();
    }

    @Test
    void daysOfSessionsAreReadOnlyWhenAskedForAndAddUpToTheDaysOfTheirUsers() {
        read(NOW);
        var withoutAsking = vendor.requestsTo(path -> path.contains("/daily/sessions/"));
        connector.read(
                settings(Map.of("session-days", "true")),
                new ReadRequest(NOW, Optional.empty(), List.of()),
                ledger);

        assertThat(withoutAsking).isZero();
        var devin = new HashMap<>(ledger.held("daily"));
        devin.keySet().removeIf(key -> !key.get(3).equals("devin"));
        var sums = sumsOf("session-days");
        sums.keySet().removeIf(key -> !devin.containsKey(key));
        assertThat(devin).isNotEmpty().isEqualTo(sums);
    }

    @Test
    void aBatchOfSessionsWhoseDaysAreUnknownKeepsNoOthersFromBeingRead() {
        var sessions = enterprise.sessions();
        var unknown =
                sessions.stream()
                        .filter(each -> each.updated().isBefore(NOW.minus(Duration.ofDays(21))))
                        .map(Session::id)
                        .collect(Collectors.toSet());
        vendor.fail(
                path ->
                        path.contains("/daily/sessions/")
                                && unknown.stream().anyMatch(path::contains),
                Fault.status(404));

        readWithSessionDays();

        var read =
                ledger.facts().stream()
                        .filter(fact -> fact.cut().equals("session-days"))
                        .map(fact -> named(fact, Dimension.ACTIVITY))
                        .collect(Collectors.toSet());
        assertThat(unknown).isNotEmpty();
        assertThat(read)
                .isNotEmpty()
                .isEqualTo(
                        sessions.stream()
                                .filter(each -> each.total().signum() > 0)
                                .map(Session::id)
                                .filter(id -> !unknown.contains(id))
                                .collect(Collectors.toSet()));
        assertThat(ledger.notes()).isEmpty();
    }

    @Test
    void daysThatAreUnknownOfAllSessionsAreNoted() {
        vendor.fail(path -> path.contains("/daily/sessions/"), Fault.status(404));

        readWithSessionDays();

        assertThat(partsOf(ledger.notes())).containsExactly("session-days");
        assertThat(ledger.activities(Activity.Kind.SESSION)).isNotEmpty();
    }

    private void readWithSessionDays() {
        connector.read(
                settings(Map.of("session-days", "true")),
                new ReadRequest(NOW, Optional.empty(), List.of()),
                ledger);
    }

    @Test
    void whatTheVendorCountsIsWhatItsSessionsComeTo() {
        read(NOW);

        for (var cycle : enterprise.cycles()) {
            var created =
                    enterprise.sessions().stream()
                            .filter(each -> !each.created().isBefore(cycle.start()))
                            .filter(each -> each.created().isBefore(cycle.end()))
                            .toList();
            assertThat(stated("sessions", cycle.start(), cycle.end())).isEqualTo(created.size());
            assertThat(stated("pull-requests-merged", cycle.start(), cycle.end()))
                    .isEqualTo(
                            created.stream()
                                    .flatMap(each -> each.pullRequests().stream())
                                    .map(PullRequest::state)
                                    .filter("merged"::equals)
                                    .count());
            assertThat(stated("sessions-from-slack", cycle.start(), cycle.end())).isPositive();
            assertThat(stated("active-users", cycle.start(), cycle.end())).isPositive();
        }
        assertThat(ledger.observations("active-users"))
                .filteredOn(one -> one.end().equals(one.start().plus(Duration.ofDays(1))))
                .extracting(Observation::start)
                .hasSizeGreaterThan(80)
                .doesNotHaveDuplicates();
        assertThat(ledger.observations("queue-size"))
                .singleElement()
                .satisfies(queue -> assertThat(queue.word()).hasValue("normal"));
    }

    @Test
    void limitsAreStatedAsTheyHoldNowAndNotWhereThereAreNone() {
        var organization = enterprise.organizations().getFirst().id();
        var person = enterprise.people(Standing.MEMBER).getFirst().id();
        enterprise.limit(
                new AcuLimits(
                        70,
                        Map.of(organization, 50),
                        Map.of(organization, 0),
                        Map.of(person, 7),
                        9));

        read(NOW);

        var limits = new HashMap<String, BigDecimal>();
        for (var name :
                List.of("acu-limit", "acu-limit-cloud", "acu-limit-local", "acu-limit-default")) {
            for (var one : ledger.observations(name)) {
                assertThat(one.start()).isEqualTo(NOW).isEqualTo(one.end());
                if (!one.word().equals(Optional.of("unlimited"))) {
                    limits.put(
                            name + " " + String.join("", one.dimensions().values()), one.value());
                }
            }
        }
        assertThat(limits)
                .isEqualTo(
                        Map.of(
                                "acu-limit-cloud ",
                                new BigDecimal("70"),
                                "acu-limit-cloud " + organization,
                                new BigDecimal("50"),
                                "acu-limit-local " + organization,
                                new BigDecimal("0"),
                                "acu-limit " + person,
                                new BigDecimal("7"),
                                "acu-limit-default ",
                                new BigDecimal("9")));
    }

    @Test
    void searchesAndAuditEventsAreKept() {
        read(NOW);

        assertThat(ledger.activities(Activity.Kind.SEARCH).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        enterprise.searches().stream().map(Search::id).toList());
        assertThat(ledger.activities(Activity.Kind.AUDIT_EVENT).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        enterprise.auditEvents().stream().map(AuditEvent::id).toList());
        assertThat(ledger.activities(Activity.Kind.AUDIT_EVENT).values())
                .extracting(event -> event.attributes().get("action"))
                .contains(List.of("create_org"));
    }

    @Test
    void searchesOfAnotherShapeAreCountedAsRejects() {
        vendor.fail(
                path -> path.startsWith("/v3/enterprise/searches"),
                Fault.replacedBody(
                        """
                        {"items": [{"q": 1}, {"id": "a", "time": 1}, 3,
                            {"session_id": "devin-b", "time": 1},
                            {"session_id": "devin-b", "time": 2}]}
                        """));

        read(NOW);

        assertThat(ledger.activities(Activity.Kind.SEARCH)).containsOnlyKeys("a");
        assertThat(ledger.rejects())
                .extracting(reject -> reject.path())
                .containsExactly("$.items[0]", "$.items[2]", "$.items[3]", "$.items[4]");
    }

    @Test
    void peopleHaveTheirRolesAndGroupsAndKeepGroupsThatAreNotToldAnyMore() {
        read(NOW);
        var told = people(DirectoryEntry.Person::groups);
        vendor.fail(path -> path.contains("/idp-users"), Fault.status(404));

        read(NOW.plusSeconds(120));

        var expected = new HashMap<String, Set<String>>();
        var roles = new HashMap<String, Set<String>>();
        for (var person : enterprise.people(Standing.MEMBER)) {
            expected.put(
                    person.id(),
                    enterprise.groupsOf(person).stream()
                            .map(Group::name)
                            .collect(Collectors.toSet()));
            roles.put(
                    person.id(),
                    enterprise.rolesOf(person).stream()
                            .map(assignment -> assignment.role().name())
                            .collect(Collectors.toSet()));
        }
        assertThat(expected.values()).anyMatch(groups -> !groups.isEmpty());
        assertThat(told).isEqualTo(expected);
        assertThat(people(DirectoryEntry.Person::groups)).isEqualTo(expected);
        assertThat(people(DirectoryEntry.Person::roles)).isEqualTo(roles);
    }

    @Test
    void aSourceOfTheSecondGenerationSaysThatItReadsConsumptionOnly() {
        connector.read(
                settings(Map.of("api-version", "v2")),
                new ReadRequest(NOW, Optional.empty(), List.of()),
                ledger);

        assertThat(partsOf(ledger.notes())).containsExactly("sessions");
        assertThat(ledger.activities(Activity.Kind.SESSION)).isEmpty();
        assertThat(ledger.held("daily-v2")).isNotEmpty();
    }

    @Test
    void checkingNotesWhatWillBeMissing() {
        enterprise.revoke(Permission.VIEW_ACCOUNT_SESSIONS);

        var result = connector.check(settings());

        assertThat(result)
                .isInstanceOfSatisfying(
                        CheckResult.Ok.class,
                        fine ->
                                assertThat(partsOf(fine.notes()))
                                        .containsExactly(
                                                "searches", "session-insights", "sessions"));
    }

    @Test
    void theKeyIsInNothingThatIsHandedOver() {
        vendor.fail(
                path -> path.startsWith("/v3/enterprise/queue"),
                new Fault.Replaced(403, Map.of(), "{\"detail\": \"no " + KEY + "\"}"));
        vendor.fail(
                path -> path.startsWith(SESSIONS),
                Fault.replacedBody("{\"items\": [\"" + KEY + "\"]}"));

        read(NOW);

        assertThat(ledger.notes()).isNotEmpty();
        assertThat(ledger.rejects()).isNotEmpty();
        assertThat("" + ledger.notes() + ledger.rejects() + ledger.checkpoint())
                .doesNotContain(KEY);
    }

    private void read(Instant now) {
        connector.read(
                settings(), new ReadRequest(now, ledger.checkpoint(), ledger.directory()), ledger);
    }

    private Settings settings() {
        return settings(Map.of());
    }

    private Settings settings(Map<String, String> more) {
        var values = new HashMap<>(more);
        values.put("base-url", vendor.baseUri().toString());
        values.put("api-key", KEY);
        return new Settings(values);
    }

    private Session one(Predicate<Session> which) {
        return enterprise.sessions().stream().filter(which).findFirst().orElseThrow();
    }

    private static Set<String> partsOf(List<Note> notes) {
        return notes.stream().map(Note::part).collect(Collectors.toCollection(TreeSet::new));
    }

    private BigDecimal lifetimeOf(String session) {
        return ledger.facts().stream()
                .filter(fact -> fact.cut().equals("sessions"))
                .filter(fact -> session.equals(named(fact, Dimension.ACTIVITY)))
                .findFirst()
                .orElseThrow()
                .quantity();
    }

    private static String named(UsageFact fact, Dimension dimension) {
        return Objects.requireNonNull(fact.dimensions().get(dimension));
    }

    private long stated(String name, Instant start, Instant end) {
        return ledger.observations(name).stream()
                .filter(one -> one.start().equals(start) && one.end().equals(end))
                .findFirst()
                .orElseThrow()
                .value()
                .longValueExact();
    }

    private <T> Map<String, T> people(Function<DirectoryEntry.Person, T> what) {
        var people = new HashMap<String, T>();
        for (var entry : ledger.directory()) {
            if (entry instanceof DirectoryEntry.Person person) {
                people.put(person.id(), what.apply(person));
            }
        }
        return people;
    }

    /// By day, user, organization and product, sessions added up.
    private Map<List<Object>, BigDecimal> sumsOf(String cut) {
        var sums = new HashMap<List<Object>, BigDecimal>();
        for (var fact : ledger.facts()) {
            if (fact.cut().equals(cut)) {
                sums.merge(
                        List.of(
                                Span.dayOf(fact.start()),
                                named(fact, Dimension.USER),
                                named(fact, Dimension.ORGANIZATION),
                                named(fact, Dimension.PRODUCT)),
                        fact.quantity(),
                        BigDecimal::add);
            }
        }
        sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    /// What should be kept of a session.
    private static Activity kept(Session session) {
        var labels = session.labels();
        var attributes = new HashMap<String, List<String>>();
        attributes.put("status", List.of(session.status()));
        attributes.put(
                "url", List.of("https://app.devin.ai/sessions/" + session.id().substring(6)));
        attributes.put("is-archived", List.of("" + labels.isArchived()));
        attributes.put("session-size", List.of(session.size()));
        var optional = new HashMap<String, Optional<String>>();
        optional.put("status-detail", Optional.ofNullable(session.statusDetail()));
        optional.put("origin", Optional.ofNullable(labels.origin()));
        optional.put("category", Optional.ofNullable(labels.category()));
        optional.put("subcategory", Optional.ofNullable(labels.subcategory()));
        optional.put("playbook-id", Optional.ofNullable(labels.playbook()));
        optional.forEach(
                (name, value) -> value.ifPresent(word -> attributes.put(name, List.of(word))));
        var lists = new HashMap<String, List<String>>();
        lists.put("tags", labels.tags());
        lists.put("child-session-ids", session.children());
        lists.put("pull-requests", session.pullRequests().stream().map(PullRequest::url).toList());
        lists.forEach((name, values) -> {
            if (!values.isEmpty()) {
                attributes.put(name, new ArrayList<>(values));
            }
        });
        return new Activity(
                Activity.Kind.SESSION,
                session.id(),
                session.created(),
                Optional.of(session.updated()),
                Optional.of(session.owner()),
                Optional.of(session.organization()),
                Optional.ofNullable(session.parent()),
                Optional.ofNullable(labels.title()),
                Map.of(
                        "acus", session.total(),
                        "user-messages", BigDecimal.valueOf(session.userMessages()),
                        "devin-messages", BigDecimal.valueOf(session.devinMessages())),
                attributes);
    }
}

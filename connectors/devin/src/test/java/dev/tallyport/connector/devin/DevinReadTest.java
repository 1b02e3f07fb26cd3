package dev.tallyport.connector.devin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Uris;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.BillingPeriod;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.simulator.devin.Days;
import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.SimulatorOptions;
import dev.tallyport.simulator.devin.Sizes;
import dev.tallyport.simulator.devin.Standing;
import dev.tallyport.simulator.devin.UsageKey;
import dev.tallyport.simulator.http.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against the simulated vendor, whose joint figures are known.
final class DevinReadTest {

    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");
    private static final String KEY = "cog_secret_of_the_test";
    private static final BigDecimal CHANGED = new BigDecimal("77.77");

    private final DevinEnterprise enterprise =
            DevinEnterprise.generate(7, NOW, new Sizes(40, 4, 3, 6));
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
    void theFirstReadFindsTheJointFiguresThatTheVendorStatesOnlyInMargins() {
        read(NOW);

        assertThat(ledger.held("daily")).isEqualTo(truth(listed(), true));
        assertThat(ledger.rejects()).isEmpty();
        assertThat(enterprise.history().contains(LocalDate.parse("2026-11-19"))).isTrue();
        assertThat(ledger.isComplete(enterprise.history().from())).isTrue();
    }

    @Test
    void whoLeftIsFoundByTheirIdOnceItIsKnown() {
        read(NOW, Optional.empty(), formerPeople());

        assertThat(ledger.held("daily")).isEqualTo(truth(enterprise::isAnswered, true));
    }

    @Test
    void theSecondGenerationStatesTheSameWithoutProducts() {
        connector.read(settings("v2"), new ReadRequest(NOW, Optional.empty(), List.of()), ledger);

        var people = new HashSet<String>();
        enterprise.people(Standing.MEMBER).forEach(person -> people.add(person.id()));
        enterprise.people(Standing.FORMER).forEach(person -> people.add(person.id()));
        assertThat(ledger.held("daily-v2")).isEqualTo(truth(people::contains, false));
        assertThat(ledger.rejects()).isEmpty();
    }

    @Test
    void readingAgainChangesNothing() {
        read(NOW);
        ledger.changes();

        read(NOW.plusSeconds(900));
        read(NOW.plus(Duration.ofDays(1)).plusSeconds(1));

        assertThat(ledger.changes()).isZero();
    }

    @Test
    void aReadThatWasStoppedAnywhereGoesOnWhereItStopped() {
        var batches = new int[] {0, 0};
        ledger.beforeAccept(() -> {
            if (++batches[0] > batches[1]) {
                throw new IllegalStateException("killed");
            }
        });
        var kills = 0;
        while (isKilled()) {
            kills++;
            batches[0] = 0;
            batches[1]++;
        }

        assertThat(kills).isGreaterThan(3);
        assertThat(ledger.held("daily")).isEqualTo(truth(listed(), true));
    }

    @Test
    void aChangeOfYesterdayIsFollowedByTheNextRead() {
        read(NOW);
        var changed = someFigureOn(LocalDate.parse("2026-11-19"));
        enterprise.restate(
                changed.day(), changed.user(), changed.organization(), changed.product(), CHANGED);

        read(NOW.plusSeconds(900));

        assertThat(ledger.held("daily")).containsEntry(keyOf(changed), CHANGED);
    }

    @Test
    void aChangeLongAgoIsFollowedByTheDailyComparisonAndNotBefore() {
        read(NOW);
        var changed = someFigureOn(enterprise.history().from().plusDays(9));
        enterprise.restate(
                changed.day(), changed.user(), changed.organization(), changed.product(), CHANGED);

        read(NOW.plusSeconds(900));
        var before = ledger.held("daily").get(keyOf(changed));
        read(NOW.plus(Duration.ofDays(1)));

        assertThat(before).isNotEqualTo(CHANGED);
        assertThat(ledger.held("daily")).containsEntry(keyOf(changed), CHANGED);
    }

    @Test
    void hidingAMemberMovesTheirUsageNowhere() {
        read(NOW);
        var before = ledger.held("daily");
        var hidden = someFigureOn(LocalDate.parse("2026-11-18")).user();

        enterprise.hide(hidden);
        read(NOW.plus(Duration.ofDays(1)));
        enterprise.purge(hidden);
        read(NOW.plus(Duration.ofDays(2)));

        assertThat(ledger.held("daily")).isEqualTo(before);
    }

    @Test
    void aDayWithAMissingMemberIsARejectAndKeepsItsEarlierFigures() {
        read(NOW);
        var before = ledger.held("daily");
        var user = someFigureOn(LocalDate.parse("2026-11-18")).user();
        var day = Span.startOf(LocalDate.parse("2026-11-18")).getEpochSecond();
        ledger.changes();
        vendor.fail(
                aboutUser(user),
                Fault.replacedBody(
                        """
                        {"total_acus": 3, "unknown": [1], "consumption_by_date": [
                            {"date": %d, "acus": 1,
                             "acus_by_product": {"devin": "1", "cascade": 0, "terminal": 0}}]}
                        """
                                .formatted(day)));

        read(NOW.plusSeconds(900));

        assertThat(ledger.rejects())
                .anySatisfy(reject ->
                        assertThat(reject.path())
                                .isEqualTo("$.consumption_by_date[0].acus_by_product.devin"));
        var ofDay = before.keySet().stream().filter(key -> key.get(1).equals(user));
        assertThat(ofDay)
                .filteredOn(key -> key.getFirst().equals(LocalDate.parse("2026-11-18")))
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(ledger.held("daily")).containsEntry(key, before.get(key)));
    }

    @Test
    void oneUserThatCannotBeReadIsReportedAndTheOthersAreRead() {
        var user = someFigureOn(LocalDate.parse("2026-11-18")).user();
        vendor.fail(aboutUser(user), Fault.replacedBody("[1, 2"));

        assertThatThrownBy(() -> read(NOW))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> {
                            assertThat(failure.kind())
                                    .isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
                            assertThat(failure).hasMessageContaining("6 parts");
                        });

        assertThat(ledger.held("daily"))
                .isEqualTo(truth(listed().and(Predicate.not(user::equals)), true));
        assertThat(ledger.isComplete(LocalDate.parse("2026-11-18"))).isFalse();
    }

    @Test
    void organizationsThatHaveMoreThanTheUserBothStandAndTheDifferenceIsDeclared() {
        var changed = someFigureOn(LocalDate.parse("2026-11-18"));
        var ownSeries = "/v3/enterprise/consumption/daily/users/" + Uris.segment(changed.user());
        vendor.fail(
                path -> path.startsWith(ownSeries),
                Fault.replacedBody(
                        """
                        {"total_acus": 0.01, "consumption_by_date": [
                            {"date": %d, "acus": 0.01, "acus_by_product":
                                {"devin": 0.01, "cascade": 0.01, "terminal": 0.01, "review": 0.01}}]}
                        """
                                .formatted(Span.startOf(changed.day()).getEpochSecond())));

        read(NOW);

        assertThat(ledger.held("daily"))
                .containsEntry(keyOf(changed), truth(listed(), true).get(keyOf(changed)));
        assertThat(ledger.held("users"))
                .containsEntry(
                        List.of(changed.day(), changed.user(), "", changed.product()),
                        new BigDecimal("0.01"));
    }

    @Test
    void aDayWhoseTotalsMoveMeanwhileIsNotComplete() {
        var changed = someFigureOn(LocalDate.parse("2026-11-18"));
        var asked = new int[] {0};
        vendor.fail(
                path -> {
                    if (path.startsWith("/v3/enterprise/consumption/daily?") && asked[0]++ == 1) {
                        enterprise.restate(
                                changed.day(),
                                changed.user(),
                                changed.organization(),
                                changed.product(),
                                CHANGED);
                    }
                    return false;
                },
                Fault.status(500));

        read(NOW);

        assertThat(ledger.isComplete(LocalDate.parse("2026-11-17"))).isTrue();
        assertThat(ledger.isComplete(changed.day())).isFalse();
    }

    @Test
    void aCheckpointFromTheFarFutureOrOfAnybodyElseIsSurvived() {
        for (var strange : List.of("compared=2999-01-01T00:00:00Z", "compared=", "{}", "")) {
            var fresh = new ToyLedger();

            connector.read(
                    settings("v3"),
                    new ReadRequest(NOW, Optional.of(new Checkpoint(strange)), List.of()),
                    fresh);

            assertThat(fresh.held("daily")).hasSize(truth(listed(), true).size());
        }
    }

    @Test
    void noMoreRequestsAreUnderWayThanTheSettingAllows() throws IOException {
        var slow = SimulatorOptions.of(KEY).withLatency(Duration.ofMillis(3));
        try (var vendor = new DevinSimulator(enterprise, slow).start()) {
            var three =
                    new Settings(
                            Map.of(
                                    "base-url",
                                    vendor.baseUri().toString(),
                                    "api-key",
                                    KEY,
                                    "concurrency",
                                    "3"));

            connector.read(three, new ReadRequest(NOW, Optional.empty(), List.of()), ledger);

            assertThat(vendor.highestInFlight()).isEqualTo(3);
        }
    }

    @Test
    void usageThatAnOrganizationMayCountIsNotAlsoTiedToNone() {
        vendor.fail(
                path -> path.startsWith("/v3/organizations/") && path.contains("service-user"),
                Fault.status(404));

        read(NOW);

        var programs = enterprise.serviceUsers(true).stream().map(program -> program.id()).toList();
        var people = listed().and(Predicate.not(programs::contains));
        assertThat(ledger.held("daily").entrySet())
                .containsAll(truth(people, true).entrySet())
                .filteredOn(figure -> programs.contains(String.valueOf(figure.getKey().get(1))))
                .allSatisfy(figure ->
                        assertThat(truth(listed(), true))
                                .containsEntry(figure.getKey(), figure.getValue()));
        assertThat(ledger.rejects())
                .anySatisfy(reject -> assertThat(reject.reason()).contains("is held as nobody's"));
    }

    @Test
    void aLaterCycleCutsTheOneItOverlapsShort() {
        var first = Instant.parse("2026-08-16T08:00:00Z");
        var second = Instant.parse("2026-09-16T08:00:00Z");
        var third = Instant.parse("2026-10-16T08:00:00Z");

        var cycles =
                Periods.inOrder(
                        List.of(
                                new BillingPeriod(second, third),
                                new BillingPeriod(first, third.minusSeconds(1)),
                                new BillingPeriod(second, third)));

        assertThat(cycles)
                .containsExactly(
                        new BillingPeriod(first, second), new BillingPeriod(second, third));
    }

    @Test
    void anOrganizationThatTheVendorForgotDeclaresNothingInTheWindowThatWasRead() {
        read(NOW);
        var organization = enterprise.organizations().getFirst().id();
        vendor.fail(path -> path.contains(organization), Fault.status(404));

        read(NOW.plusSeconds(900));

        assertThat(ledger.held("organizations").keySet())
                .filteredOn(key -> key.get(2).equals(organization))
                .isNotEmpty()
                .noneMatch(key -> enterprise.currentCycle().contains((LocalDate) key.getFirst()));
    }

    @Test
    void checkingTellsAWrongKeyFromAVendorThatIsDown() {
        var wrong = new HashMap<>(settings("v3").values());
        wrong.put("api-key", "cog_wrong");

        var fine = connector.check(settings("v3"));
        var refused = connector.check(new Settings(wrong));

        assertThat(fine).isEqualTo(new CheckResult.Ok());
        assertThat(refused)
                .isInstanceOfSatisfying(
                        CheckResult.Misconfigured.class,
                        result -> {
                            assertThat(result.key()).isEqualTo("api-key");
                            assertThat(result.reason()).doesNotContain("cog_wrong");
                        });
    }

    private boolean isKilled() {
        try {
            read(NOW);
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }

    private void read(Instant now) {
        read(now, ledger.checkpoint(), ledger.directory());
    }

    private void read(Instant now, Optional<Checkpoint> checkpoint, List<DirectoryEntry> known) {
        connector.read(settings("v3"), new ReadRequest(now, checkpoint, known), ledger);
    }

    private Settings settings(String version) {
        return new Settings(
                Map.of(
                        "base-url", vendor.baseUri().toString(),
                        "api-key", KEY,
                        "api-version", version));
    }

    private Predicate<String> listed() {
        Set<String> listed = new HashSet<>();
        enterprise.people(Standing.MEMBER).forEach(person -> listed.add(person.id()));
        enterprise.serviceUsers(true).forEach(program -> listed.add(program.id()));
        return listed::contains;
    }

    private List<DirectoryEntry> formerPeople() {
        return enterprise.people(Standing.FORMER).stream()
                .<DirectoryEntry>map(person -> DirectoryEntry.Person.unnamed(person.id()))
                .toList();
    }

    private static Predicate<String> aboutUser(String user) {
        var segment = Uris.segment(user);
        return path -> path.contains("/" + segment + "?");
    }

    /// The vendor's joint figures of some users.
    private Map<List<Object>, BigDecimal> truth(Predicate<String> users, boolean products) {
        var truth = new HashMap<List<Object>, BigDecimal>();
        enterprise
                .truth(enterprise.history())
                .forEach((key, acus) -> {
                    if (key.user() != null && users.test(key.user())) {
                        truth.merge(
                                List.of(
                                        key.day(),
                                        key.user(),
                                        organizationOf(key, products),
                                        products ? key.product() : ""),
                                acus,
                                BigDecimal::add);
                    }
                });
        truth.replaceAll((_, acus) -> acus.stripTrailingZeros());
        return truth;
    }

    /// v2 ties local agents to no organization, whatever the contract says.
    private static String organizationOf(UsageKey key, boolean products) {
        var local = Set.of("cascade", "terminal").contains(key.product());
        return key.organization() == null || (!products && local) ? "" : key.organization();
    }

    private record Figure(LocalDate day, String user, String organization, String product) {}

    private Figure someFigureOn(LocalDate day) {
        return enterprise.truth(new Days(day, day.plusDays(1))).entrySet().stream()
                .map(Map.Entry::getKey)
                .filter(key -> key.user() != null && key.organization() != null)
                .filter(key -> listed().test(orEmpty(key.user())))
                .filter(key -> orEmpty(key.user()).contains("|"))
                .map(key ->
                        new Figure(
                                key.day(),
                                orEmpty(key.user()),
                                orEmpty(key.organization()),
                                key.product()))
                .min(Comparator.comparing(Figure::user).thenComparing(Figure::product))
                .orElseThrow();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static List<Object> keyOf(Figure figure) {
        return List.of(figure.day(), figure.user(), figure.organization(), figure.product());
    }
}

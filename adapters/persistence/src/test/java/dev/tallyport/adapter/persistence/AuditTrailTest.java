package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.ADDRESS;
import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail.Integrity;
import dev.tallyport.application.audit.AuditTrail.Wanted;
import dev.tallyport.domain.access.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditTrailTest {

    private static final Actor ADA = new Actor(new Principal.Person(7), "Ada");
    private static final Integrity INTACT = new Integrity(5, OptionalLong.empty());
    private static final Wanted ALL =
            new Wanted(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty());

    private final String name = Postgres.newDatabase();
    private final AccessDatabase database = AccessDatabase.in(Postgres.connect(name));
    private final PostgresAuditTrail audit = database.audit;

    @AfterEach
    void close() {
        database.close();
    }

    private static Draft draft(String target) {
        return Draft.of(ADA, Action.ROLE_GIVEN, target, Map.of("role", "admin"));
    }

    private void recordFive() {
        IntStream.rangeClosed(1, 5).forEach(n -> audit.record(draft("person:" + n)));
        database.commit();
    }

    /// What only somebody who rules the database can do.
    private void tamper(String sql) {
        database.database.update("set local session_replication_role = replica");
        assertThat(database.database.update(sql)).isPositive();
        database.commit();
    }

    private OptionalLong firstBroken() {
        return audit.verify().firstBroken();
    }

    @Test
    void anEntryIsReadAsItWasRecorded() {
        audit.record(
                new Draft(
                        ADA,
                        Action.ROLE_CHANGED,
                        "role:lead",
                        Map.of("permissions", "ViewSources"),
                        Map.of("permissions", "", "a \"quoted\\\" one", "line\nline\t{ü€😀}")));

        assertThat(audit.latest(ALL, 10))
                .containsExactly(
                        new AuditEntry(
                                1,
                                AT,
                                "person:7",
                                "Ada",
                                Optional.of(ADDRESS),
                                "role.changed",
                                "role:lead",
                                new TreeMap<>(Map.of("permissions", "ViewSources")),
                                new TreeMap<>(
                                        Map.of(
                                                "permissions",
                                                "",
                                                "a \"quoted\\\" one",
                                                "line\nline\t{ü€😀}"))));
        assertThat(audit.verify()).isEqualTo(new Integrity(1, OptionalLong.empty()));
    }

    @Test
    void anEmptyLogIsIntact() {
        assertThat(audit.verify()).isEqualTo(new Integrity(0, OptionalLong.empty()));
    }

    @Test
    void anEntryOfWhatCameFromNowhereIsKept() {
        var precise = Instant.parse("2026-03-01T12:00:00.123456999Z");
        var trail = new PostgresAuditTrail(database.database, Optional::empty, () -> precise);

        trail.record(draft("person:1"));

        var entry = trail.latest(ALL, 1).getFirst();
        assertThat(entry.origin()).isEmpty();
        assertThat(entry.at()).isEqualTo(AT);
        assertThat(trail.verify()).isEqualTo(new Integrity(1, OptionalLong.empty()));
    }

    @Test
    void textThatCannotBeStoredIsRecordedAllTheSame() {
        var half = "😀".substring(0, 1);
        audit.record(
                new Draft(
                        new Actor(new Principal.Group("g\0"), "A\0da" + half),
                        Action.SIGN_IN_FAILED,
                        "account:\0",
                        Map.of(),
                        Map.of("k\0", "v\0" + half, "long", "x".repeat(100_001))));

        var entry = audit.latest(ALL, 1).getFirst();
        assertThat(entry.principal()).isEqualTo("group:g\uFFFD");
        assertThat(entry.name()).isEqualTo("A\uFFFDda?");
        assertThat(entry.target()).isEqualTo("account:\uFFFD");
        assertThat(entry.after())
                .isEqualTo(Map.of("k\uFFFD", "v\uFFFD?", "long", "x".repeat(100_000) + "…"));
        assertThat(firstBroken()).isEmpty();
    }

    @Test
    void aLongTextIsCutWithinAPairOfSurrogatesToo() {
        audit.record(draft("x".repeat(99_999) + "😀"));

        assertThat(audit.latest(ALL, 1).getFirst().target()).isEqualTo("x".repeat(99_999) + "?…");
        assertThat(firstBroken()).isEmpty();
    }

    @Test
    void whatIsRolledBackLeavesNoGap() {
        recordFive();
        try (var other = AccessDatabase.in(Postgres.connect(name))) {
            other.audit.record(draft("never"));
        }

        audit.record(draft("person:6"));

        assertThat(audit.latest(ALL, 1).getFirst().number()).isEqualTo(6);
        assertThat(audit.verify()).isEqualTo(new Integrity(6, OptionalLong.empty()));
    }

    @Test
    void theLatestComeFirstAndPagesFollowEachOther() {
        recordFive();

        assertThat(audit.latest(ALL, 2)).extracting(AuditEntry::number).containsExactly(5L, 4L);
        assertThat(numbers(wanted("", "", "", "", Optional.empty(), OptionalLong.of(4))))
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void allThatIsAskedForMustFit() {
        audit.record(draft("person:1"));
        audit.record(Draft.of(ADA, Action.FLAG_SET, "flag:beta", Map.of("reason", "Trial_1")));
        audit.record(Draft.of(Actor.TALLYPORT, Action.FLAG_SET, "flag:beta", Map.of()));

        assertThat(find("flag.set", "", "", "")).containsExactly(3L, 2L);
        assertThat(find("flag.set", "person:7", "", "")).containsExactly(2L);
        assertThat(find("", "tallyport", "", "")).containsExactly(3L);
        assertThat(find("", "", "person:1", "")).containsExactly(1L);
        assertThat(find("", "", "", "tRIAL_")).containsExactly(2L);
        assertThat(find("", "", "", "trial%")).isEmpty();
        assertThat(find("", "", "", "ADA")).containsExactly(2L, 1L);
        assertThat(find("", "", "", "BETA")).containsExactly(3L, 2L);
        assertThat(find("", "", "", "0.113.")).containsExactly(3L, 2L, 1L);
        assertThat(find("", "", "", "\0")).isEmpty();
    }

    @Test
    void timeIsAskedForFromTheFirstInstantUntilBeforeTheLast() {
        recordFive();

        assertThat(numbers(between(AT, AT.plusNanos(1000)))).hasSize(5);
        assertThat(numbers(between(AT.plusNanos(1000), AT.plusSeconds(1)))).isEmpty();
        assertThat(numbers(between(AT.minusSeconds(1), AT))).isEmpty();
    }

    private static Wanted between(Instant from, Instant until) {
        return new Wanted(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(from),
                Optional.of(until),
                OptionalLong.empty());
    }

    private List<Long> find(String action, String principal, String target, String text) {
        return numbers(
                wanted(action, principal, target, text, Optional.empty(), OptionalLong.empty()));
    }

    private static Wanted wanted(
            String action,
            String principal,
            String target,
            String text,
            Optional<Instant> from,
            OptionalLong before) {
        return new Wanted(
                given(action),
                given(principal),
                given(target),
                given(text),
                from,
                Optional.empty(),
                before);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    private List<Long> numbers(Wanted wanted) {
        return audit.latest(wanted, 10).stream().map(AuditEntry::number).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "principal = 'person:8'",
                "name = 'Bob'",
                "origin = null",
                "origin = ''",
                "action = 'role.taken'",
                "target = 'person:33'",
                "before = '{\"role\" : \"member\"}'",
                "after = '{\"role\" : \"member\"}'",
                "after = '{\"role\" : null}'",
                "after = '[]'",
                "after = '{\"role\":\"admin\"}'",
                "target = name, name = target",
                "hash = sha256('')",
                "number = 30"
            })
    void anEntryThatWasAlteredIsFound(String change) {
        recordFive();
        assertThat(audit.verify()).isEqualTo(INTACT);

        tamper("update audit_entry set " + change + " where number = 3");

        assertThat(firstBroken()).hasValue(change.startsWith("number") ? 4 : 3);
    }

    /// The hash that an entry has to have after another one, in hexadecimal.
    private String fitting(AuditRow row, int after) {
        var previous =
                database.database
                        .query(
                                "select hash from audit_entry where number = ?",
                                found -> found.getBytes(1),
                                after)
                        .getFirst();
        return HexFormat.of().formatHex(row.hashAfter(previous));
    }

    private AuditRow row(int number) {
        return database.database
                .query(
                        "select " + AuditRow.COLUMNS + " from audit_entry where number = ?",
                        AuditRow::read,
                        number)
                .getFirst();
    }

    @Test
    void anEntryWhoseHashWasMadeToFitIsFoundByTheNext() {
        recordFive();
        var row = row(3);
        var forged =
                new AuditRow(
                        3,
                        row.at(),
                        row.principal(),
                        "Bob",
                        row.origin(),
                        row.action(),
                        row.target(),
                        row.before(),
                        row.after());

        tamper(
                "update audit_entry set name = 'Bob', hash = decode('%s', 'hex') where number = 3"
                        .formatted(fitting(forged, 2)));

        assertThat(firstBroken()).hasValue(4);
    }

    @Test
    void aGapIsFoundEvenWhereTheHashAfterItWasMadeToFit() {
        recordFive();

        tamper(
                "update audit_entry set hash = decode('%s', 'hex') where number = 5"
                        .formatted(fitting(row(5), 3)));
        tamper("delete from audit_entry where number = 4");

        assertThat(audit.verify()).isEqualTo(new Integrity(4, OptionalLong.of(5)));
    }

    @Test
    void anEntryThatIsMissingIsFound() {
        recordFive();

        tamper("delete from audit_entry where number = 3");

        assertThat(audit.verify()).isEqualTo(new Integrity(4, OptionalLong.of(4)));
    }

    @Test
    void aFirstEntryThatIsMissingIsFound() {
        recordFive();

        tamper("delete from audit_entry where number = 1");

        assertThat(audit.verify()).isEqualTo(new Integrity(4, OptionalLong.of(2)));
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        recordFive();

        tamper("update audit_entry set number = -number where number in (2, 3)");
        tamper("update audit_entry set number = 5 + number where number < 0");

        assertThat(firstBroken()).hasValue(2);
    }

    @Test
    void aMissingEntryWhoseFollowersMovedUpIsFound() {
        recordFive();

        tamper("delete from audit_entry where number = 3");
        tamper("update audit_entry set number = 3 where number = 4");
        tamper("update audit_entry set number = 4 where number = 5");

        assertThat(audit.verify()).isEqualTo(new Integrity(4, OptionalLong.of(3)));
    }

    @Test
    void theDatabaseRefusesToAlterOrRemoveEntries() {
        recordFive();

        for (var sql :
                List.of(
                        "update audit_entry set name = 'Bob'",
                        "delete from audit_entry where number = 1",
                        "truncate audit_entry")) {
            try (var other = AccessDatabase.in(Postgres.connect(name))) {
                assertThatThrownBy(() -> other.database.update(sql))
                        .as(sql)
                        .hasMessageContaining("neither changed nor removed");
            }
        }
        assertThat(audit.verify()).isEqualTo(INTACT);
    }

    @Test
    void oldEntriesGoByRetentionAndTheChainGoesOn() {
        recordFive();
        var trail = new PostgresAuditTrail(database.database, Optional::empty, Instant::now);
        trail.record(draft("today"));
        trail.record(draft("today too"));
        database.commit();

        var removed = retain("1 day");

        assertThat(removed).isEqualTo(5);
        trail.record(draft("later"));
        database.commit();
        assertThat(trail.verify()).isEqualTo(new Integrity(3, OptionalLong.empty()));
        assertThat(audit.latest(ALL, 10))
                .extracting(AuditEntry::number)
                .containsExactly(8L, 7L, 6L);
        tamper("delete from audit_entry where number = 6");
        assertThat(trail.verify()).isEqualTo(new Integrity(2, OptionalLong.of(7)));
    }

    @Test
    void retentionLeavesTheLatestEntryAndWhatIsYoungEnough() {
        recordFive();

        assertThat(retain("100 years")).isZero();
        assertThat(retain("0")).isEqualTo(4);
        assertThat(retain("0")).isZero();
        assertThat(audit.verify()).isEqualTo(new Integrity(1, OptionalLong.empty()));

        audit.record(draft("person:6"));
        database.commit();
        assertThat(retain("0")).isEqualTo(1);
        assertThat(audit.verify()).isEqualTo(new Integrity(1, OptionalLong.empty()));
        assertThat(database.count("audit_retention")).isEqualTo(2);
    }

    @Test
    void anEntryYoungerThanItsFollowersKeepsThem() {
        var young = new PostgresAuditTrail(database.database, Optional::empty, Instant::now);
        audit.record(draft("old"));
        young.record(draft("young"));
        audit.record(draft("old, by a clock that is behind"));
        database.commit();

        assertThat(retain("1 day")).isEqualTo(1);
        assertThat(audit.verify()).isEqualTo(new Integrity(2, OptionalLong.empty()));
    }

    @Test
    void afterRetentionEntriesStayAsBeforeInTheSameTransactionToo() {
        recordFive();

        database.database.query("select audit_retain('0')", row -> row.getLong(1));

        assertThatThrownBy(() -> database.database.update("delete from audit_entry"))
                .hasMessageContaining("neither changed nor removed");
    }

    @Test
    void aLogThatIsGoneAfterRetentionIsFound() {
        recordFive();
        retain("0");

        tamper("delete from audit_entry");

        assertThat(audit.verify()).isEqualTo(new Integrity(0, OptionalLong.of(5)));
    }

    private long retain(String keep) {
        var removed =
                database.database
                        .query("select audit_retain(?::interval)", row -> row.getLong(1), keep)
                        .getFirst();
        database.commit();
        return removed;
    }

    @Test
    void manyWhoRecordAtOnceMakeOneChain() {
        var connections = 4;
        var each = 25;
        var working = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < connections; i++) {
            working.add(
                    CompletableFuture.runAsync(
                            () -> {
                                try (var one = AccessDatabase.in(Postgres.connect(name))) {
                                    for (int n = 0; n < each; n++) {
                                        one.audit.record(draft("first of two"));
                                        one.audit.record(draft("second of two"));
                                        one.commit();
                                    }
                                }
                            },
                            Postgres.AT_ONCE));
        }

        assertThat(CompletableFuture.allOf(working.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(60));
        assertThat(audit.verify())
                .isEqualTo(new Integrity(2L * connections * each, OptionalLong.empty()));
    }

    @Test
    void aLogOfManyPagesIsVerified() {
        for (int n = 0; n < 1200; n++) {
            audit.record(draft("person:" + n));
        }
        database.commit();

        assertThat(audit.verify()).isEqualTo(new Integrity(1200, OptionalLong.empty()));
        tamper("update audit_entry set name = 'Bob' where number = 1101");
        assertThat(firstBroken()).hasValue(1101);
    }

    @Test
    void differentFieldsNeverEncodeAlike() {
        var one = new AuditRow(1, AT, "ab", "c", Optional.empty(), "", "", "{}", "{}");
        var other = new AuditRow(1, AT, "a", "bc", Optional.empty(), "", "", "{}", "{}");
        var blank = new AuditRow(1, AT, "ab", "c", Optional.of(""), "", "", "{}", "{}");

        assertThat(one.hashAfter(new byte[0])).isNotEqualTo(other.hashAfter(new byte[0]));
        assertThat(one.hashAfter(new byte[0])).isNotEqualTo(blank.hashAfter(new byte[0]));
        assertThat(one.hashAfter(new byte[0])).isNotEqualTo(one.hashAfter(new byte[] {0}));
    }
}

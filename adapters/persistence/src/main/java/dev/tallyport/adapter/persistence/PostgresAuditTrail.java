package dev.tallyport.adapter.persistence;

import dev.tallyport.application.audit.AuditEntry;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.audit.RequestOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// Entries in a chain: each has the number after the one before, and a hash over that one's. The
/// chain begins with entry 1, or after the last one that was removed for its age.
@ApplicationScoped
class PostgresAuditTrail implements AuditTrail {

    /// More than any request line may hold, so that no question is cut.
    private static final int LONGEST_TEXT = 100_000;

    private static final int PAGE = 1000;
    private static final byte[] NOTHING = {};

    private static final String CHAIN =
            """
            select removed_through, removed.hash as removed_hash, audit_entry.hash, %s
            from (select 1) as one
                left join (
                    select removed_through, hash from audit_retention
                    order by removed_through desc limit 1) as removed on true
                left join audit_entry on true
            order by number
            """
                    .formatted(AuditRow.COLUMNS);

    private final Database database;
    private final RequestOrigin origin;
    private final InstantSource clock;

    PostgresAuditTrail(Database database, RequestOrigin origin, InstantSource clock) {
        this.database = database;
        this.origin = origin;
        this.clock = clock;
    }

    /// Whoever records waits until the transaction of whoever recorded before them ends.
    @Override
    @Transactional
    public void record(AuditEntry.Draft entry) {
        var before = json(entry.before());
        var after = json(entry.after());
        AdvisoryLock.AUDIT.take(database);
        var latest =
                database
                        .query(
                                "select number, hash from audit_entry order by number desc limit 1",
                                row -> Map.entry(row.getLong("number"), row.getBytes("hash")))
                        .stream()
                        .findFirst()
                        .orElse(Map.entry(0L, NOTHING));
        var row =
                new AuditRow(
                        latest.getKey() + 1,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        storable(Names.of(entry.by().principal())),
                        storable(entry.by().name()),
                        origin.address().map(PostgresAuditTrail::storable),
                        entry.action().key(),
                        storable(entry.target()),
                        before,
                        after);
        database.update(
                """
                insert into audit_entry (number, at, principal, name, origin, action, target,
                    before, after, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)
                """,
                row.number(),
                row.at(),
                row.principal(),
                row.name(),
                row.origin().orElse(null),
                row.action(),
                row.target(),
                row.before(),
                row.after(),
                row.hashAfter(latest.getValue()));
    }

    private String json(Map<String, String> members) {
        var storable = new TreeMap<String, String>();
        members.forEach((member, value) -> storable.put(storable(member), storable(value)));
        return database.query(
                        "select json_object(?, ?)::text",
                        row -> row.getString(1),
                        Database.texts(storable.keySet()),
                        Database.texts(storable.values()))
                .getFirst();
    }

    /// PostgreSQL stores no NUL.
    private static String storable(String text) {
        var bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + '…' : text;
        return bounded.replace('\0', '\uFFFD');
    }

    @Override
    @Transactional
    public List<AuditEntry> latest(Wanted wanted, int most) {
        var sql =
                Sql.of(
                        """
                        select number, at, principal, name, origin, action, target,
                            array(select key from json_each_text(before)) as before_members,
                            array(select value from json_each_text(before)) as before_values,
                            array(select key from json_each_text(after)) as after_members,
                            array(select value from json_each_text(after)) as after_values
                        from audit_entry
                        where true
                        """);
        wanted.action().ifPresent(action -> sql.add(" and action = ?", action));
        wanted.principal().ifPresent(principal -> sql.add(" and principal = ?", principal));
        wanted.target().ifPresent(target -> sql.add(" and target = ?", target));
        wanted.text()
                .ifPresent(text ->
                        sql.add(
                                """
                                 and exists (
                                    select from unnest(array[name, origin, target]
                                        || array(select value from json_each_text(before))
                                        || array(select value from json_each_text(after))) as said
                                    where position(lower(?) in lower(said)) > 0)
                                """,
                                text));
        wanted.from().ifPresent(from -> sql.add(" and at >= ?", from));
        wanted.until().ifPresent(until -> sql.add(" and at < ?", until));
        wanted.before().ifPresent(number -> sql.add(" and number < ?", number));
        return database.queryInTime(
                sql.add(" order by number desc limit ?", most), PostgresAuditTrail::entry);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                Columns.instant(row, "at"),
                row.getString("principal"),
                row.getString("name"),
                Columns.maybeText(row, "origin"),
                row.getString("action"),
                row.getString("target"),
                members(row, "before"),
                members(row, "after"));
    }

    private static SortedMap<String, String> members(ResultSet row, String column)
            throws SQLException {
        var names = Columns.texts(row, column + "_members");
        var values = Columns.texts(row, column + "_values");
        var members = new TreeMap<String, String>();
        for (int i = 0; i < names.length; i++) {
            members.put(names[i], values[i]);
        }
        return members;
    }

    /// Reads the whole log in one statement, so as of one moment, and a page at a time.
    @Override
    @Transactional
    public Integrity verify() {
        return database.with(connection -> {
            try (var statement = connection.prepareStatement(CHAIN)) {
                statement.setFetchSize(PAGE);
                try (var rows = statement.executeQuery()) {
                    return verified(rows);
                }
            }
        });
    }

    private static Integrity verified(ResultSet rows) throws SQLException {
        var entries = 0L;
        var firstBroken = OptionalLong.empty();
        var expected = 1L;
        var previous = NOTHING;
        while (rows.next()) {
            var removedHash = rows.getBytes("removed_hash");
            if (entries == 0 && removedHash != null) {
                expected = rows.getLong("removed_through") + 1;
                previous = removedHash;
            }
            var hash = rows.getBytes("hash");
            if (hash == null) {
                return new Integrity(
                        0, removedHash == null ? OptionalLong.empty() : OptionalLong.of(expected));
            }
            var row = AuditRow.read(rows);
            var holds = row.number() == expected && Arrays.equals(row.hashAfter(previous), hash);
            if (!holds && firstBroken.isEmpty()) {
                firstBroken = OptionalLong.of(row.number());
            }
            entries++;
            expected = row.number() + 1;
            previous = hash;
        }
        return new Integrity(entries, firstBroken);
    }
}

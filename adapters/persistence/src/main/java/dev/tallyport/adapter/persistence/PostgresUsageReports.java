package dev.tallyport.adapter.persistence;

import dev.tallyport.application.reporting.UsageReports;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

@ApplicationScoped
class PostgresUsageReports implements UsageReports {

    private static final String OF_ONE_MOMENT =
            "set transaction isolation level repeatable read, read only";

    private final Database database;
    private final Keys keys;
    private final Sums sums;

    PostgresUsageReports(Database database, Keys keys, Sums sums) {
        this.database = database;
        this.keys = keys;
        this.sums = sums;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public <T> T read(Optional<Instant> asKnownOn, Function<Held, T> work) {
        database.update(OF_ONE_MOMENT);
        return database.inTime(() -> work.apply(held(asKnownOn)));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public <T> T readAtLength(Optional<Instant> asKnownOn, Function<Held, T> work) {
        database.update(OF_ONE_MOMENT);
        return database.eachInTime(() -> work.apply(held(asKnownOn)));
    }

    Held held(Optional<Instant> asKnownOn) {
        return new Held() {
            @Override
            public List<Sum> sums(Selection selection, Division division) {
                var version = asKnownOn.map(_ -> version(selection.source()));
                return sums.of(new Sums.Scope(selection, true, version), division);
            }

            @Override
            public SortedMap<LocalDate, Boolean> settled(
                    SourceId source, String cut, DateRange days) {
                return PostgresUsageReports.this.settled(source, cut, days, asKnownOn);
            }

            @Override
            public long version(SourceId source) {
                return newest(source, asKnownOn);
            }
        };
    }

    /// The last version recorded by then; 0, before all of them, when there was none.
    private long newest(SourceId source, Optional<Instant> asKnownOn) {
        var then = asKnownOn.orElse(null);
        return database.query(
                        "select coalesce(max(version), 0) from ledger_version where source_id = ?"
                                + " and (?::timestamptz is null or recorded_at <= ?)",
                        row -> row.getLong(1),
                        source.value(),
                        then,
                        then)
                .getFirst();
    }

    private SortedMap<LocalDate, Boolean> settled(
            SourceId source, String cut, DateRange days, Optional<Instant> asKnownOn) {
        var settled = new TreeMap<LocalDate, Boolean>();
        var then = asKnownOn.orElse(null);
        database.query(
                "select day, settled_at is not null and (?::timestamptz is null or settled_at <= ?)"
                        + " from covered_day where source_id = ? and cut = ? and day >= ? and day < ?"
                        + " and (?::timestamptz is null or read_at <= ?)",
                row -> settled.put(row.getObject(1, LocalDate.class), row.getBoolean(2)),
                then,
                then,
                source.value(),
                cut,
                days.start(),
                days.end(),
                then,
                then);
        return settled;
    }

    @Override
    @Transactional
    public Optional<Fetched> fetched(SourceId source, String cut, DateRange days) {
        return database
                .query(
                        "select min(read_at) as first, max(coalesce(settled_at, read_at)) as last"
                                + " from covered_day where source_id = ? and cut = ?"
                                + " and day >= ? and day < ? having count(*) > 0",
                        row ->
                                new Fetched(
                                        Columns.instant(row, "first"),
                                        Columns.instant(row, "last")),
                        source.value(),
                        cut,
                        days.start(),
                        days.end())
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public Optional<Instant> recordedAt(SourceId source, long version) {
        return database
                .query(
                        "select recorded_at from ledger_version where source_id = ? and version = ?",
                        row -> Columns.instant(row, "recorded_at"),
                        source.value(),
                        version)
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public Set<String> cuts(SourceId source) {
        return Set.copyOf(
                database.query(
                        "select cut from source_cut where source_id = ?",
                        row -> row.getString(1),
                        source.value()));
    }

    @Override
    @Transactional
    public boolean isKnownUser(SourceId source, String user) {
        return !database.query(
                        "select 1 from vendor_user where source_id = ? and external_id = ?",
                        row -> row.getInt(1),
                        source.value(),
                        user)
                .isEmpty();
    }

    /// Two statements, so that a cluster answers the one about usage by itself.
    @Override
    @Transactional
    public boolean isUserOf(SourceId source, String user, Set<String> organizations) {
        return isListedIn(source, user, organizations) || hasUsageIn(source, user, organizations);
    }

    private boolean isListedIn(SourceId source, String user, Set<String> organizations) {
        return !database.query(
                        "select 1 from vendor_user where source_id = ? and external_id = ?"
                                + " and organizations && ?",
                        row -> row.getInt(1),
                        source.value(),
                        user,
                        Database.texts(organizations))
                .isEmpty();
    }

    private boolean hasUsageIn(SourceId source, String user, Set<String> organizations) {
        return !database.query(
                        "select 1 from usage_by_user_day where shard = ? and source_id = ?"
                                + " and user_key = any (?) and organization_key = any (?) limit 1",
                        row -> row.getInt(1),
                        Shards.ofUser(source, user),
                        source.value(),
                        keys.find(source, Dimension.USER, Set.of(user)),
                        keys.find(source, Dimension.ORGANIZATION, organizations))
                .isEmpty();
    }
}

package dev.tallyport.adapter.persistence;

import dev.tallyport.application.ingestion.Translation;
import dev.tallyport.application.ingestion.UsageLedger;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.reporting.UsageReports.Division;
import dev.tallyport.application.reporting.UsageReports.Selection;
import dev.tallyport.application.reporting.UsageReports.Times;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Merges batches set by set: copied into staging, compared with what is current, written as new
/// versions, added to the roll-ups. Every statement names the shards it touches.
@ApplicationScoped
class PostgresUsageLedger implements UsageLedger {

    private static final String CLOSE_REVISED =
            """
            update fact f set known_to = ?
            from fact_staging s
            where f.shard = any (?) and s.load = ?
                and f.shard = s.shard and f.source_id = ? and f.cut = s.cut
                and f.fact_key = s.fact_key and f.known_to is null
                and (f.residual, f.day, f.starts_at, f.ends_at, f.user_key, f.organization_key,
                    f.product, f.model, f.activity, f.unit, f.quantity)
                is distinct from (?, s.day, s.starts_at, s.ends_at, s.user_key, s.organization_key,
                    s.product, s.model, s.activity, s.unit, s.quantity)
            """;

    private static final String OPEN_NEW =
            """
            insert into fact (shard, source_id, cut, fact_key, known_from, residual, day, starts_at,
                ends_at, user_key, organization_key, product, model, activity, unit, quantity)
            select s.shard, ?, s.cut, s.fact_key, s.load, ?, s.day, s.starts_at, s.ends_at,
                s.user_key, s.organization_key, s.product, s.model, s.activity, s.unit, s.quantity
            from fact_staging s
            where s.shard = any (?) and s.load = ?
            on conflict (shard, source_id, cut, fact_key) where known_to is null do nothing
            """;

    /// `not in` is hashed whatever the planner believes of staging, which is empty whenever
    /// statistics are taken.
    private static final String CLOSE_MISSING =
            """
            update fact f set known_to = ?
            where f.shard = any (?) and f.source_id = ? and f.cut = ? and f.known_to is null
                and f.residual = ? and f.day >= ? and f.day < ?
                and f.starts_at >= ? and f.starts_at < ?
                and (f.shard, f.fact_key) not in (
                    select s.shard, s.fact_key from fact_staging s
                    where s.shard = any (?) and s.source_id = ? and s.cut = ?)
            """;

    private static final String STORE_COMPARISON =
            """
            insert into comparison (source_id, cut, start_day, end_day, user_key, organization_key,
                product, model, activity, declared, parts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (source_id, cut, start_day, end_day, user_key, organization_key, product,
                model, activity)
            do update set declared = excluded.declared, parts = excluded.parts
            """;

    private static final String FORGET_COMPARISON =
            """
            delete from comparison
            where source_id = ? and cut = ? and start_day = ? and end_day = ? and user_key = ?
                and organization_key = ? and product = ? and model = ? and activity = ?
            """;

    /// While a first sync fills the tables, the planner knows nothing of them: it takes them for
    /// empty and would compare every fact with every other one. In a cluster the settings travel to
    /// the workers; elsewhere the first of them means nothing.
    private static final String LOOK_UP_BY_KEY =
            "set local citus.propagate_set_commands = 'local';"
                    + " set local plan_cache_mode = force_custom_plan;"
                    + " set local enable_material = off";

    private final Database database;
    private final Keys keys;
    private final Staging staging;
    private final RollUps rollUps;
    private final Occurrences occurrences;
    private final Sums sums;

    PostgresUsageLedger(
            Database database,
            Keys keys,
            Staging staging,
            RollUps rollUps,
            Occurrences occurrences,
            Sums sums) {
        this.database = database;
        this.keys = keys;
        this.staging = staging;
        this.rollUps = rollUps;
        this.occurrences = occurrences;
        this.sums = sums;
    }

    @Override
    public Changes merge(
            SourceId source,
            Origin origin,
            Instant recordedAt,
            List<Fact> facts,
            List<Coverage> coverage,
            boolean continued) {
        if (facts.isEmpty() && coverage.isEmpty()) {
            if (!continued) {
                staging.clear(source);
            }
            return Changes.NONE;
        }
        var residual = origin == Origin.RESIDUAL;
        database.update(LOOK_UP_BY_KEY);
        long version =
                database.query("select nextval('ledger_version_number')", row -> row.getLong(1))
                        .getFirst();
        var staged = staging.load(source, version, facts).toArray(Integer[]::new);
        long revised =
                database.update(CLOSE_REVISED, version, staged, version, source.value(), residual);
        long opened = database.update(OPEN_NEW, source.value(), residual, staged, version);
        var touched = new TreeSet<>(Arrays.asList(staged));
        long retracted = 0;
        for (var one : coverage) {
            retracted += retract(source, residual, version, one, touched);
        }
        if (!continued) {
            staging.clear(source);
        }
        var changes = new Changes(opened - revised, revised, retracted);
        if (changes.total() > 0) {
            var shards = touched.toArray(Integer[]::new);
            rollUps.follow(source, version, shards);
            occurrences.follow(source, version, shards);
            noteVersion(source, version, recordedAt, facts);
        }
        return changes;
    }

    @Override
    public void beginAnew(SourceId source) {
        staging.clear(source);
    }

    @Override
    public void keepBySlot(SourceId source, Set<String> cuts) {
        rollUps.keepBySlot(source, cuts);
    }

    private long retract(
            SourceId source,
            boolean residual,
            long version,
            Coverage coverage,
            Set<Integer> touched) {
        var shards = shardsOf(source, coverage);
        var sql =
                Sql.of(
                        CLOSE_MISSING,
                        version,
                        shards,
                        source.value(),
                        coverage.cut(),
                        residual,
                        around(coverage.start(), -1),
                        around(coverage.end(), 2),
                        coverage.start(),
                        coverage.end(),
                        shards,
                        source.value(),
                        coverage.cut());
        coverage.only()
                .forEach((dimension, values) ->
                        sql.add(" and ")
                                .add(
                                        keys.isAny(
                                                source,
                                                Translation.dimensionOf(dimension),
                                                values)));
        var retracted = database.update(sql);
        if (retracted > 0) {
            Collections.addAll(touched, shards);
        }
        return retracted;
    }

    private static Integer[] shardsOf(SourceId source, Coverage coverage) {
        var users = coverage.only().get(dev.tallyport.connector.spi.Dimension.USER);
        return users == null ? Shards.all() : Shards.ofUsers(source, users);
    }

    /// A day that is surely as early or late as the instant in any calendar; narrows by the index.
    private static LocalDate around(Instant instant, int days) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).plusDays(days);
    }

    private void noteVersion(SourceId source, long version, Instant recordedAt, List<Fact> facts) {
        database.update(
                "insert into ledger_version (version, source_id, recorded_at) select ?, ?,"
                        + " greatest(?, max(recorded_at)) from ledger_version where source_id = ?",
                version,
                source.value(),
                recordedAt,
                source.value());
        for (var cut : facts.stream().map(Fact::cut).distinct().toList()) {
            database.update(
                    "insert into source_cut (source_id, cut) values (?, ?) on conflict do nothing",
                    source.value(),
                    cut);
        }
    }

    @Override
    public List<Declared> declared(SourceId source, String cut, DateRange days) {
        record Row(
                DateRange days, long user, long organization, List<String> names, BigDecimal sum) {}
        var rows =
                database.query(
                        "select day, extract(epoch from ends_at - starts_at) as seconds, user_key,"
                                + " organization_key, product, model, activity, quantity from fact"
                                + " where shard = any (?) and source_id = ? and cut = ?"
                                + " and known_to is null and day >= ? and day < ?",
                        row -> {
                            var start = row.getObject("day", LocalDate.class);
                            var length = Math.round(row.getDouble("seconds") / 86_400);
                            return new Row(
                                    DateRange.of(start, start.plusDays(Math.max(1, length))),
                                    row.getLong("user_key"),
                                    row.getLong("organization_key"),
                                    Columns.names(row),
                                    row.getBigDecimal("quantity"));
                        },
                        Shards.all(),
                        source.value(),
                        cut,
                        days.start(),
                        days.end());
        var users = keys.ids(Dimension.USER, rows.stream().map(Row::user).distinct().toList());
        var organizations =
                keys.ids(
                        Dimension.ORGANIZATION,
                        rows.stream().map(Row::organization).distinct().toList());
        return rows.stream()
                .map(row ->
                        new Declared(
                                row.days(),
                                group(
                                        users.get(row.user()),
                                        organizations.get(row.organization()),
                                        row.names()),
                                row.sum()))
                .toList();
    }

    private static Group group(
            @Nullable String user, @Nullable String organization, List<String> names) {
        var values = new HashMap<Dimension, String>();
        if (user != null) {
            values.put(Dimension.USER, user);
        }
        if (organization != null) {
            values.put(Dimension.ORGANIZATION, organization);
        }
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                values.put(Columns.NAMED.get(i), names.get(i));
            }
        }
        return new Group(values);
    }

    @Override
    public Map<LocalDate, Map<Group, BigDecimal>> parts(
            SourceId source, String cut, DateRange days, Set<Dimension> by) {
        var scope =
                new Sums.Scope(
                        new Selection(
                                source, cut, new Window.Days(days), new Rows.All(), Filter.ALL),
                        false,
                        Optional.empty());
        var parts = new TreeMap<LocalDate, Map<Group, BigDecimal>>();
        for (var sum : sums.of(scope, new Division(new Times.EachDay(), by))) {
            if (sum.slot().orElseThrow() instanceof Slot.Days(var day)) {
                parts.computeIfAbsent(day.start(), _ -> new HashMap<>())
                        .put(sum.group(), sum.quantity().amount());
            }
        }
        return parts;
    }

    @Override
    public void markRead(
            SourceId source,
            String cut,
            DateRange days,
            Set<LocalDate> settled,
            Instant recordedAt) {
        var stored = readDays(source, cut, days);
        var changed = new ArrayList<@Nullable Object[]>();
        for (var day : days.days().toList()) {
            var settles = settled.contains(day);
            var before = stored.get(day);
            if (before == null || (settles && !before)) {
                changed.add(
                        new @Nullable Object[] {
                            source.value(), cut, day, recordedAt, settles ? recordedAt : null
                        });
            }
        }
        database.updateEach(
                "insert into covered_day (source_id, cut, day, read_at, settled_at)"
                        + " values (?, ?, ?, ?, ?) on conflict (source_id, cut, day)"
                        + " do update set settled_at = excluded.settled_at",
                changed);
    }

    @Override
    public SortedMap<LocalDate, Boolean> readDays(SourceId source, String cut, DateRange days) {
        var read = new TreeMap<LocalDate, Boolean>();
        database.query(
                "select day, settled_at is not null from covered_day"
                        + " where source_id = ? and cut = ? and day >= ? and day < ?",
                row -> read.put(row.getObject(1, LocalDate.class), row.getBoolean(2)),
                source.value(),
                cut,
                days.start(),
                days.end());
        return read;
    }

    @Override
    public Optional<Stretch> stretch(SourceId source, String cut) {
        return database
                .query(
                        """
                        select min(day) as first, max(day) as last, count(*) as days,
                            min(day) filter (where settled_at is null) as provisional
                        from covered_day where source_id = ? and cut = ?
                        having count(*) > 0
                        """,
                        row ->
                                new Stretch(
                                        row.getObject("first", LocalDate.class),
                                        row.getObject("last", LocalDate.class),
                                        row.getLong("days"),
                                        Optional.ofNullable(
                                                row.getObject("provisional", LocalDate.class))),
                        source.value(),
                        cut)
                .stream()
                .findFirst();
    }

    @Override
    public void compare(SourceId source, String cut, DateRange days, List<Comparison> comparisons) {
        var wanted = new HashMap<Map.Entry<DateRange, Group>, Comparison>();
        for (var comparison : comparisons) {
            wanted.put(Map.entry(comparison.days(), comparison.group()), comparison);
        }
        var stored = new HashMap<Map.Entry<DateRange, Group>, Comparison>();
        for (var comparison : comparisons(source, cut, days)) {
            stored.put(Map.entry(comparison.days(), comparison.group()), comparison);
        }
        var gone = new ArrayList<Comparison>();
        stored.forEach((key, comparison) -> {
            if (!wanted.containsKey(key)) {
                gone.add(comparison);
            }
        });
        var changed = new ArrayList<Comparison>();
        wanted.forEach((key, comparison) -> {
            if (!same(stored.get(key), comparison)) {
                changed.add(comparison);
            }
        });
        database.updateEach(FORGET_COMPARISON, keyed(source, cut, gone, false));
        database.updateEach(STORE_COMPARISON, keyed(source, cut, changed, true));
    }

    private static boolean same(@Nullable Comparison stored, Comparison wanted) {
        return stored != null
                && stored.declared().compareTo(wanted.declared()) == 0
                && stored.parts().compareTo(wanted.parts()) == 0;
    }

    private List<@Nullable Object[]> keyed(
            SourceId source, String cut, List<Comparison> comparisons, boolean figures) {
        var known = keys.assign(source, comparisons.stream().map(Comparison::group).toList());
        var rows = new ArrayList<@Nullable Object[]>();
        for (var comparison : comparisons) {
            var row = new ArrayList<@Nullable Object>();
            Collections.addAll(
                    row,
                    source.value(),
                    cut,
                    comparison.days().start(),
                    comparison.days().end(),
                    known.userOf(comparison.group()),
                    known.organizationOf(comparison.group()));
            for (var dimension : Columns.NAMED) {
                row.add(comparison.group().value(dimension).orElse(""));
            }
            if (figures) {
                Collections.addAll(row, comparison.declared(), comparison.parts());
            }
            rows.add(row.toArray());
        }
        return rows;
    }

    @Override
    public List<Comparison> comparisons(SourceId source, String cut, DateRange days) {
        return database.query(
                "select start_day, end_day, u.external_id as user_id,"
                        + " o.external_id as organization_id, product, model, activity,"
                        + " declared, parts"
                        + " from comparison c left join vendor_user u on u.id = c.user_key"
                        + " left join vendor_organization o on o.id = c.organization_key"
                        + " where c.source_id = ? and cut = ? and start_day >= ? and start_day < ?"
                        + " order by start_day, o.external_id, product, model, activity",
                row ->
                        new Comparison(
                                DateRange.of(
                                        row.getObject(1, LocalDate.class),
                                        row.getObject(2, LocalDate.class)),
                                group(
                                        row.getString("user_id"),
                                        row.getString("organization_id"),
                                        Columns.names(row)),
                                row.getBigDecimal("declared"),
                                row.getBigDecimal("parts")),
                source.value(),
                cut,
                days.start(),
                days.end());
    }
}

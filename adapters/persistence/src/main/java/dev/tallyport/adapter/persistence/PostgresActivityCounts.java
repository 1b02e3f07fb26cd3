package dev.tallyport.adapter.persistence;

import dev.tallyport.application.activity.ActiveLeast;
import dev.tallyport.application.activity.ActivityCounts;
import dev.tallyport.application.activity.CountedPeriod;
import dev.tallyport.application.activity.Tally;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Activity.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Sources are told apart inside each statement, so that every one of them is read along its own
/// stretch of the index; who is a person and who is not is read before, from the coordinator's
/// tables.
@ApplicationScoped
class PostgresActivityCounts implements ActivityCounts {

    private final Database database;
    private final ActivityConditions conditions;

    PostgresActivityCounts(Database database, ActivityConditions conditions) {
        this.database = database;
        this.conditions = conditions;
    }

    @Override
    @Transactional
    public Set<Kind> kinds(SourceId source) {
        var kinds = EnumSet.noneOf(Kind.class);
        for (var kind : Kind.values()) {
            if (isAny("true", source, kind, "starts_at")) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    @Override
    @Transactional
    public boolean tellsSessionsOfSearches(SourceId source) {
        return isAny("parent <> ''", source, Kind.SEARCH, "parent");
    }

    /// @param order along an index, so that the first one is found at once or not at all
    private boolean isAny(String condition, SourceId source, Kind kind, String order) {
        return !database.queryInTime(
                        "select 1 from activity where source_id = ? and kind = ? and "
                                + condition
                                + " order by "
                                + order
                                + " limit 1",
                        row -> row.getInt(1),
                        source.value(),
                        kind.name())
                .isEmpty();
    }

    @Override
    @Transactional
    public long count(Scope scope, Kind kind) {
        var sql = Sql.of("select count(*) from ").add(activities(scope, kind));
        return database.queryInTime(sql, row -> row.getLong(1)).getFirst();
    }

    @Override
    @Transactional
    public List<SessionGroup> sessions(Scope scope) {
        var sql =
                Sql.of("with session as ")
                        .add(activities(scope, Kind.SESSION))
                        .add(
                                """
                                select attributes -> 'origin' ->> 0 as origin,
                                    attributes -> 'session-size' ->> 0 as size,
                                    attributes -> 'category' ->> 0 as category,
                                    attributes -> 'subcategory' ->> 0 as subcategory,
                                    attributes -> 'playbook-id' is not null as with_playbook,
                                    searched.parent is not null as with_search,
                                    merged.parent is not null as with_merged,
                                    count(*) as sessions, count(figures -> 'acus') as with_acus,
                                    coalesce(sum((figures ->> 'acus')::numeric), 0) as acus
                                from session
                                    left join (
                                        select distinct source_id, parent from activity
                                        where kind = 'SEARCH' and parent <> ''
                                            and (source_id, parent)
                                                in (select source_id, external_id from session)
                                    ) searched
                                        on searched.source_id = session.source_id
                                            and searched.parent = session.external_id
                                    left join (
                                        select distinct source_id, parent from activity
                                        where kind = 'PULL_REQUEST' and parent <> ''
                                            and attributes @> '{"state": ["merged"]}'
                                            and (source_id, parent)
                                                in (select source_id, external_id from session)
                                    ) merged
                                        on merged.source_id = session.source_id
                                            and merged.parent = session.external_id
                                group by 1, 2, 3, 4, 5, 6, 7
                                """);
        return database.queryInTime(
                sql,
                row ->
                        new SessionGroup(
                                Columns.maybeText(row, "origin"),
                                Columns.maybeText(row, "size"),
                                Columns.maybeText(row, "category"),
                                Columns.maybeText(row, "subcategory"),
                                row.getBoolean("with_playbook"),
                                row.getBoolean("with_search"),
                                row.getBoolean("with_merged"),
                                new Tally(
                                        row.getLong("sessions"),
                                        row.getLong("with_acus"),
                                        row.getBigDecimal("acus"))));
    }

    @Override
    @Transactional
    public Map<Optional<String>, Long> pullRequests(Scope scope) {
        var sql =
                Sql.of("select attributes -> 'state' ->> 0 as state, count(*) as count from ")
                        .add(activities(scope, Kind.PULL_REQUEST))
                        .add(" pull_request group by 1");
        var byState = new HashMap<Optional<String>, Long>();
        database.queryInTime(
                sql, row -> byState.put(Columns.maybeText(row, "state"), row.getLong("count")));
        return byState;
    }

    @Override
    @Transactional
    public long active(Scope scope, ActiveLeast least) {
        return active(scope, least, Sql.of("timestamptz 'epoch'")).getOrDefault(Instant.EPOCH, 0L);
    }

    @Override
    @Transactional
    public Map<Instant, Long> active(Scope scope, ActiveLeast least, CountedPeriod period) {
        return active(
                scope, least, Sql.of("date_trunc('" + wordOf(period) + "', starts_at, 'UTC')"));
    }

    private static String wordOf(CountedPeriod period) {
        return switch (period) {
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
        };
    }

    private Map<Instant, Long> active(Scope scope, ActiveLeast least, Sql period) {
        var others = otherUsers();
        var sql =
                Sql.of("select period, count(*) as people from (select ")
                        .add(period)
                        .add(" as period from ")
                        .add(activities(scope, Kind.SESSION, Kind.SEARCH))
                        .add(
                                " done left join unnest(?::bigint[], ?::bigint[])"
                                        + " as same (user_key, person) on same.user_key = done.user_key"
                                        + " where done.user_key <> all (?)"
                                        + " group by 1, coalesce(same.person, done.user_key)"
                                        + " having count(*) filter (where kind = 'SESSION') >= ?"
                                        + " or count(*) filter (where kind = 'SEARCH') >= ?) active"
                                        + " group by period",
                                others.keySet().toArray(Long[]::new),
                                others.values().toArray(Long[]::new),
                                nobodies(scope),
                                least.sessions(),
                                least.searches());
        var active = new HashMap<Instant, Long>();
        database.queryInTime(
                sql, row -> active.put(Columns.instant(row, "period"), row.getLong("people")));
        return active;
    }

    /// Nobody known, and the programs: neither is a person.
    private Long[] nobodies(Scope scope) {
        var programs =
                database.queryInTime(
                        "select id from vendor_user where source_id = any (?) and service_user",
                        row -> row.getLong(1),
                        (Object)
                                scope.selections().stream()
                                        .map(selection -> selection.source().value())
                                        .toArray(Integer[]::new));
        return Stream.concat(Stream.of(Keys.NONE), programs.stream()).toArray(Long[]::new);
    }

    /// Vendor users of people who are several, each with the first of that person.
    private Map<Long, Long> otherUsers() {
        var others = new HashMap<Long, Long>();
        database.queryInTime(
                """
                select vendor_user_id, first from (
                    select vendor_user_id,
                        min(vendor_user_id) over (partition by
                            case when merged_into is null then person.id
                                else person_root(person.id) end) as first
                    from person_link join person on person.id = person_id
                    where detached_at is null) linked
                where vendor_user_id <> first
                """,
                row -> others.put(row.getLong("vendor_user_id"), row.getLong("first")));
        return others;
    }

    /// The activities of some kinds that count, in parentheses.
    private Sql activities(Scope scope, Kind... kinds) {
        var all = new Sql();
        var union = "(";
        for (var selection : scope.selections()) {
            all.add(union)
                    .add(
                            "select * from activity where source_id = ? and kind = any (?)"
                                    + " and starts_at >= ? and starts_at < ? and ",
                            selection.source().value(),
                            Stream.of(kinds).map(Kind::name).toArray(String[]::new),
                            scope.start(),
                            scope.end())
                    .add(conditions.seen(selection.source(), selection.rows()))
                    .add(conditions.kept(selection.source(), selection.filter()))
                    .add(playbooks(selection, scope, kinds));
            union = " union all ";
        }
        return all.add(")");
    }

    /// A pull request follows the playbook of its session, if that began in the same interval.
    private static Sql playbooks(Selection selection, Scope scope, Kind... kinds) {
        var kept = new Sql();
        selection
                .filter()
                .playbooks()
                .map(ActivityConditions::followsAny)
                .ifPresent(follows -> {
                    kept.add(" and ");
                    if (kinds[0] != Kind.PULL_REQUEST) {
                        kept.add(follows);
                        return;
                    }
                    kept.add(
                                    "parent in (select external_id from activity"
                                            + " where source_id = ? and kind = 'SESSION'"
                                            + " and starts_at >= ? and starts_at < ? and ",
                                    selection.source().value(),
                                    scope.start(),
                                    scope.end())
                            .add(follows)
                            .add(")");
                });
        return kept;
    }
}

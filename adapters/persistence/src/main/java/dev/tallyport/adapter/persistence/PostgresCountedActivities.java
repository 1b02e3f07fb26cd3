package dev.tallyport.adapter.persistence;

import dev.tallyport.application.reporting.CountedActivities;
import dev.tallyport.application.source.SourceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class PostgresCountedActivities implements CountedActivities {

    private static final String EVERYTHING = "count(*)";

    /// What is counted, of which kinds and on which condition.
    ///
    /// @param ofPeople whether only what people did counts
    private record Count(String what, List<String> kinds, String condition, boolean ofPeople) {

        static Count of(String kind) {
            return new Count(EVERYTHING, List.of(kind), "true", false);
        }
    }

    private static final Map<String, Count> COUNTS =
            Map.of(
                    "sessions", Count.of("SESSION"),
                    "searches", Count.of("SEARCH"),
                    "pull-requests-created", Count.of("PULL_REQUEST"),
                    "pull-requests-merged",
                            new Count(
                                    EVERYTHING,
                                    List.of("PULL_REQUEST"),
                                    "attributes @> '{\"state\": [\"merged\"]}'",
                                    false),
                    "active-users",
                            new Count(
                                    "count(distinct user_key)",
                                    List.of("SESSION", "SEARCH"),
                                    "true",
                                    true));

    private final Database database;

    PostgresCountedActivities(Database database) {
        this.database = database;
    }

    private record Declared(
            String name,
            Instant start,
            Instant end,
            String unit,
            BigDecimal value,
            Instant readAt) {}

    /// One question per interval, so that a cluster answers each by itself.
    @Override
    @Transactional
    public List<Counted> counts(SourceId source, Instant from, Instant to) {
        return declared(source, from, to).stream()
                .map(one ->
                        new Counted(
                                one.name(),
                                one.start(),
                                one.end(),
                                one.unit(),
                                one.value(),
                                counted(source, one),
                                one.readAt()))
                .toList();
    }

    private List<Declared> declared(SourceId source, Instant from, Instant to) {
        return database.query(
                """
                select * from (
                select name, starts_at, ends_at, unit, value, read_at from observation
                where source_id = ? and name = any (?) and starts_at >= ? and starts_at < ?
                    and ends_at > starts_at and user_key = 0 and organization_key = 0
                    and product = '' and model = '' and activity = ''
                order by starts_at desc, name, ends_at limit 500) latest
                order by name, starts_at, ends_at
                """,
                row ->
                        new Declared(
                                row.getString("name"),
                                Columns.instant(row, "starts_at"),
                                Columns.instant(row, "ends_at"),
                                row.getString("unit"),
                                row.getBigDecimal("value"),
                                Columns.instant(row, "read_at")),
                source.value(),
                Database.texts(COUNTS.keySet()),
                from,
                to);
    }

    private BigDecimal counted(SourceId source, Declared declared) {
        var count = COUNTS.getOrDefault(declared.name(), Count.of(""));
        return database.query(
                        "select "
                                + count.what()
                                + " from activity where shard = any (?) and source_id = ?"
                                + " and kind = any (?) and starts_at >= ? and starts_at < ?"
                                + " and (not ? or not user_key = any (?)) and "
                                + count.condition(),
                        row -> row.getBigDecimal(1),
                        Shards.all(),
                        source.value(),
                        Database.texts(count.kinds()),
                        declared.start(),
                        declared.end(),
                        count.ofPeople(),
                        nobodies(source))
                .getFirst();
    }

    /// Nobody known, and the programs: neither is a person.
    private Long[] nobodies(SourceId source) {
        var keys =
                new ArrayList<>(
                        database.query(
                                "select id from vendor_user where source_id = ? and service_user",
                                row -> row.getLong(1),
                                source.value()));
        keys.add(Keys.NONE);
        return keys.toArray(Long[]::new);
    }
}

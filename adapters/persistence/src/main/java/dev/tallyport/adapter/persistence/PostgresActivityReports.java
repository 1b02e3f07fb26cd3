package dev.tallyport.adapter.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallyport.application.activity.ActivityReports;
import dev.tallyport.application.activity.ListedActivity;
import dev.tallyport.application.activity.Place;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresActivityReports implements ActivityReports {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Keys keys;
    private final ActivityConditions conditions;

    PostgresActivityReports(Database database, Keys keys, ActivityConditions conditions) {
        this.database = database;
        this.keys = keys;
        this.conditions = conditions;
    }

    /// As it is stored.
    private record Row(
            String id,
            Instant start,
            Optional<Instant> updated,
            long user,
            long organization,
            String parent,
            Optional<String> title,
            boolean titled,
            String figures,
            String attributes) {}

    @Override
    @Transactional
    public List<ListedActivity> newest(
            Selection selection, Wanted wanted, Optional<Place> after, int most) {
        var source = selection.source();
        var sql = select(selection);
        wanted.from().ifPresent(from -> sql.add(" and starts_at >= ?", from));
        wanted.to().ifPresent(to -> sql.add(" and starts_at < ?", to));
        after.ifPresent(place -> sql.add(" and ").add(behind(place, selection)));
        sql.add(conditions.kept(source, wanted.filter()));
        wanted.filter()
                .playbooks()
                .ifPresent(some -> sql.add(" and ").add(ActivityConditions.followsAny(some)));
        if (!wanted.search().isEmpty()) {
            sql.add(" and position(lower(?) in lower(title)) > 0 and ", wanted.search())
                    .add(conditions.seen(source, selection.titled()));
        }
        return read(selection, sql.add(" order by starts_at desc, external_id desc limit ?", most));
    }

    @Override
    @Transactional
    public Optional<ListedActivity> find(Selection selection, String id) {
        var shard = Shards.ofActivity(selection.source(), selection.kind().name(), id);
        return read(
                        selection,
                        select(selection).add(" and shard = ? and external_id = ?", shard, id))
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public List<PullRequest> pullRequests(SourceId source, Collection<String> sessions) {
        return sessions.isEmpty()
                ? List.of()
                : database.queryInTime(
                        """
                        select external_id, parent, attributes -> 'state' ->> 0 as state,
                            attributes -> 'repository' ->> 0 as repository
                        from activity
                        where source_id = ? and kind = 'PULL_REQUEST' and parent <> ''
                            and parent = any (?)
                        order by parent, external_id
                        """,
                        row ->
                                new PullRequest(
                                        row.getString("external_id"),
                                        row.getString("parent"),
                                        Columns.maybeText(row, "state"),
                                        Columns.maybeText(row, "repository")),
                        source.value(),
                        Database.texts(sessions));
    }

    /// What may not be seen never leaves the database.
    private Sql select(Selection selection) {
        var titled = conditions.seen(selection.source(), selection.titled());
        return Sql.of(
                        "select external_id, starts_at, updated_at, user_key, organization_key, parent,")
                .add(" figures, titled, case when titled then title end as title,")
                .add(" case when titled then attributes else attributes - 'tags' end as attributes")
                .add(" from (select *, ")
                .add(titled)
                .add(" as titled from activity) known")
                .add(
                        " where source_id = ? and kind = ?",
                        selection.source().value(),
                        selection.kind().name())
                .add(" and (titled or ")
                .add(
                        selection.listed().equals(selection.titled())
                                ? Sql.of("false")
                                : conditions.seen(selection.source(), selection.listed()))
                .add(")");
    }

    private static Sql behind(Place place, Selection selection) {
        if (place.isAmong(selection.name(), selection.kind())) {
            return Sql.of("(starts_at, external_id) < (?, ?)", place.start(), place.id());
        }
        return place.isBefore(selection.name(), selection.kind())
                ? Sql.of("starts_at <= ?", place.start())
                : Sql.of("starts_at < ?", place.start());
    }

    private List<ListedActivity> read(Selection selection, Sql sql) {
        var rows = database.queryInTime(sql, PostgresActivityReports::row);
        var users =
                keys.ids(Dimension.USER, rows.stream().map(Row::user).collect(Collectors.toSet()));
        var organizations =
                keys.ids(
                        Dimension.ORGANIZATION,
                        rows.stream().map(Row::organization).collect(Collectors.toSet()));
        return rows.stream()
                .map(row ->
                        new ListedActivity(
                                selection.name(),
                                selection.kind(),
                                row.id(),
                                row.start(),
                                row.updated(),
                                Optional.ofNullable(users.get(row.user())),
                                Optional.ofNullable(organizations.get(row.organization())),
                                Optional.of(row.parent()).filter(parent -> !parent.isEmpty()),
                                row.title(),
                                !row.titled(),
                                figures(row.figures()),
                                attributes(row.attributes())))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("external_id"),
                Columns.instant(row, "starts_at"),
                Columns.maybeInstant(row, "updated_at"),
                row.getLong("user_key"),
                row.getLong("organization_key"),
                row.getString("parent"),
                Columns.maybeText(row, "title"),
                row.getBoolean("titled"),
                row.getString("figures"),
                row.getString("attributes"));
    }

    private static Map<String, BigDecimal> figures(String json) {
        var figures = new HashMap<String, BigDecimal>();
        parse(json)
                .properties()
                .forEach(one -> figures.put(one.getKey(), new BigDecimal(one.getValue().asText())));
        return figures;
    }

    private static Map<String, List<String>> attributes(String json) {
        var attributes = new HashMap<String, List<String>>();
        parse(json)
                .properties()
                .forEach(one -> {
                    var values = new ArrayList<String>();
                    one.getValue().forEach(value -> values.add(value.asText()));
                    attributes.put(one.getKey(), List.copyOf(values));
                });
        return attributes;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an activity's figures or attributes are no JSON", e);
        }
    }
}

package dev.tallyport.adapter.persistence;

import dev.tallyport.application.source.ManagedSource;
import dev.tallyport.application.source.ManagedSources;
import dev.tallyport.application.source.Sealed;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresManagedSources implements ManagedSources {

    private static final String SELECT =
            """
            select name, connector, every, paused, version, changed_at, changed_by,
                array(select key from managed_source_setting
                    where source = name and not sealed order by key) as keys,
                array(select value from managed_source_setting
                    where source = name and not sealed order by key) as values,
                array(select key from managed_source_setting
                    where source = name and sealed order by key) as sealed_keys,
                array(select value from managed_source_setting
                    where source = name and sealed order by key) as sealed_values
            from managed_source
            """;

    private final Database database;

    PostgresManagedSources(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public List<Stored> all() {
        return database.query(SELECT + "order by name", PostgresManagedSources::stored);
    }

    @Override
    @Transactional
    public Optional<Stored> find(SourceName name) {
        return database
                .query(SELECT + "where name = ?", PostgresManagedSources::stored, name.value())
                .stream()
                .findFirst();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var sealed = new HashMap<String, Sealed>();
        map(row, "sealed_keys", "sealed_values")
                .forEach((key, value) -> sealed.put(key, new Sealed(value)));
        return new Stored(
                new ManagedSource(
                        new SourceName(row.getString("name")),
                        row.getString("connector"),
                        map(row, "keys", "values"),
                        sealed,
                        Duration.parse(row.getString("every")),
                        row.getBoolean("paused")),
                row.getLong("version"),
                Columns.instant(row, "changed_at"),
                row.getString("changed_by"));
    }

    private static Map<String, String> map(ResultSet row, String keyColumn, String valueColumn)
            throws SQLException {
        var keys = Columns.texts(row, keyColumn);
        var values = Columns.texts(row, valueColumn);
        var map = new HashMap<String, String>();
        for (int i = 0; i < keys.length; i++) {
            map.put(keys[i], values[i]);
        }
        return map;
    }

    @Override
    @Transactional
    public boolean add(ManagedSource source, Instant at, String by) {
        var added =
                database.update(
                        "insert into managed_source (name, connector, every, paused, changed_at,"
                                + " changed_by) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        source.name().value(),
                        source.connector(),
                        source.every().toString(),
                        source.paused(),
                        at,
                        by);
        if (added == 1) {
            insertSettings(source);
        }
        return added == 1;
    }

    @Override
    @Transactional
    public boolean replace(ManagedSource source, long version, Instant at, String by) {
        var replaced =
                database.update(
                        "update managed_source set connector = ?, every = ?, paused = ?,"
                                + " changed_at = ?, changed_by = ?,"
                                + " version = nextval('managed_source_version')"
                                + " where name = ? and version = ?",
                        source.connector(),
                        source.every().toString(),
                        source.paused(),
                        at,
                        by,
                        source.name().value(),
                        version);
        if (replaced == 1) {
            database.update(
                    "delete from managed_source_setting where source = ?", source.name().value());
            insertSettings(source);
        }
        return replaced == 1;
    }

    private void insertSettings(ManagedSource source) {
        var rows = new ArrayList<@Nullable Object[]>();
        var name = source.name().value();
        source.settings()
                .forEach(
                        (key, value) -> rows.add(new @Nullable Object[] {name, key, value, false}));
        source.secrets()
                .forEach((key, sealed) ->
                        rows.add(new @Nullable Object[] {name, key, sealed.text(), true}));
        database.updateEach(
                "insert into managed_source_setting (source, key, value, sealed)"
                        + " values (?, ?, ?, ?)",
                rows);
    }

    @Override
    @Transactional
    public boolean remove(SourceName name, long version) {
        return database.update(
                        "delete from managed_source where name = ? and version = ?",
                        name.value(),
                        version)
                == 1;
    }

    @Override
    @Transactional
    public void hasten(SourceName name) {
        database.update("update source set next_attempt_at = null where name = ?", name.value());
    }

    @Override
    @Transactional
    public void lockSecrets() {
        AdvisoryLock.SECRETS.take(database);
    }

    @Override
    @Transactional
    public void renew(SourceName name, String key, Sealed before, Sealed after) {
        database.update(
                "update managed_source_setting set value = ?"
                        + " where source = ? and key = ? and value = ? and sealed",
                after.text(),
                name.value(),
                key,
                before.text());
    }
}

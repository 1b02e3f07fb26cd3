package dev.tallyport.adapter.persistence;

import dev.tallyport.application.flag.FlagCatalog;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.flag.Flag;
import dev.tallyport.domain.flag.FlagSettings;
import dev.tallyport.domain.flag.FlagState;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.VendorOrganization;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresFlags implements FlagCatalog {

    private final Database database;

    PostgresFlags(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Flags flags() {
        return new Flags(
                all().stream()
                        .collect(
                                Collectors.toMap(
                                        Defined::flag, defined -> settings(defined.states()))));
    }

    private static FlagSettings settings(List<Setting> states) {
        Optional<FlagState> enterprise = Optional.empty();
        Map<VendorOrganization, FlagState> organizations = new HashMap<>();
        for (var setting : states) {
            switch (setting.scope()) {
                case Scope.Enterprise() -> enterprise = Optional.of(setting.state());
                case Scope.Organization(var organization) ->
                        organizations.put(organization, setting.state());
            }
        }
        return new FlagSettings(enterprise, organizations);
    }

    @Override
    @Transactional
    public List<Defined> all() {
        var descriptions = new LinkedHashMap<Flag, String>();
        var states = new HashMap<Flag, List<Setting>>();
        database.query(
                """
                select key, description, source, organization, is_on, starts_at, ends_at,
                    changed_at, changed_by, reason
                from flag left join flag_state on flag = key
                order by key, source nulls first, organization
                """,
                row -> {
                    var flag = new Flag(row.getString("key"));
                    descriptions.put(flag, row.getString("description"));
                    var known = states.computeIfAbsent(flag, _ -> new ArrayList<>());
                    return row.getString("changed_by") == null || known.add(setting(row));
                });
        return descriptions.entrySet().stream()
                .map(flag ->
                        new Defined(
                                flag.getKey(),
                                flag.getValue(),
                                states.getOrDefault(flag.getKey(), List.of())))
                .toList();
    }

    private static Setting setting(ResultSet row) throws SQLException {
        return new Setting(
                Columns.scope(row),
                new FlagState(
                        row.getBoolean("is_on"),
                        Columns.maybeInstant(row, "starts_at"),
                        Columns.maybeInstant(row, "ends_at")),
                row.getString("changed_by"),
                Columns.instant(row, "changed_at"),
                row.getString("reason"));
    }

    @Override
    @Transactional
    public void define(Flag flag, String description) {
        database.update(
                "insert into flag (key, description) values (?, ?)"
                        + " on conflict (key) do update set description = excluded.description",
                flag.key(),
                description);
    }

    @Override
    @Transactional
    public void remove(Flag flag) {
        database.update("delete from flag where key = ?", flag.key());
    }

    @Override
    @Transactional
    public void set(Flag flag, Setting setting) {
        database.update(
                """
                insert into flag_state (flag, source, organization, is_on, starts_at, ends_at,
                    changed_at, changed_by, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (flag, source, organization) do update
                set is_on = excluded.is_on, starts_at = excluded.starts_at,
                    ends_at = excluded.ends_at, changed_at = excluded.changed_at,
                    changed_by = excluded.changed_by, reason = excluded.reason
                """,
                flag.key(),
                Columns.sourceOf(setting.scope()),
                Columns.organizationOf(setting.scope()),
                setting.state().on(),
                setting.state().from().orElse(null),
                setting.state().until().orElse(null),
                setting.changedAt(),
                setting.changedBy(),
                setting.reason());
    }

    @Override
    @Transactional
    public void clear(Flag flag, Scope scope) {
        database.update(
                "delete from flag_state where flag = ? and source is not distinct from ?"
                        + " and organization is not distinct from ?",
                flag.key(),
                Columns.sourceOf(scope),
                Columns.organizationOf(scope));
    }
}

package dev.tallyport.adapter.persistence;

import dev.tallyport.application.view.KnownPreferences;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.view.ColorScheme;
import dev.tallyport.domain.view.Preferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

@ApplicationScoped
class PostgresPreferences implements KnownPreferences {

    private final Database database;

    PostgresPreferences(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Preferences of(Principal principal) {
        var owner = Owner.of(principal);
        return database
                .query(
                        "select zone, color_scheme, landing_path from preferences"
                                + " where person_id = ? or service_user_id = ?",
                        PostgresPreferences::preferences,
                        owner.person(),
                        owner.serviceUser())
                .stream()
                .findFirst()
                .orElse(Preferences.NONE);
    }

    @Override
    @Transactional
    public void save(Principal principal, Preferences preferences) {
        var owner = Owner.of(principal);
        database.update(
                """
                insert into preferences (person_id, service_user_id, zone, color_scheme,
                    landing_path)
                values (?, ?, ?, ?, ?)
                on conflict (person_id, service_user_id) do update
                set zone = excluded.zone, color_scheme = excluded.color_scheme,
                    landing_path = excluded.landing_path
                """,
                owner.person(),
                owner.serviceUser(),
                preferences.zone().map(ZoneId::getId).orElse(null),
                preferences.colorScheme().name(),
                preferences.landing().orElse(null));
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        return new Preferences(
                Columns.maybeText(row, "zone").map(ZoneId::of),
                ColorScheme.valueOf(row.getString("color_scheme")),
                Columns.maybeText(row, "landing_path"));
    }
}

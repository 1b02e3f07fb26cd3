package dev.tallyport.adapter.persistence;

import dev.tallyport.domain.access.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Whose a row is, by `person_id` or `service_user_id`.
record Owner(@Nullable Long person, @Nullable Long serviceUser) {

    /// Nobody's, for those who own no rows.
    static Owner of(Principal principal) {
        return switch (principal) {
            case Principal.Person(long id) -> new Owner(id, null);
            case Principal.ServiceUser(long id) -> new Owner(null, id);
            case Principal.Group _, Principal.BootstrapKey _, Principal.Tallyport _ ->
                    new Owner(null, null);
        };
    }

    static Principal of(ResultSet row) throws SQLException {
        var person = Columns.maybeNumber(row, "person_id");
        return person.isPresent()
                ? new Principal.Person(person.get())
                : new Principal.ServiceUser(row.getLong("service_user_id"));
    }
}

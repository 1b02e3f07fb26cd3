package dev.tallyport.adapter.persistence;

import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How columns that several tables have are read and written.
final class Columns {

    private Columns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    static Optional<String> maybeText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Long> maybeNumber(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    /// From `source` and `external_id`.
    static VendorUser vendorUser(ResultSet row) throws SQLException {
        return new VendorUser(
                new SourceName(row.getString("source")), row.getString("external_id"));
    }

    /// From `source` and `organization`.
    static Scope scope(ResultSet row) throws SQLException {
        var source = row.getString("source");
        return source == null
                ? new Scope.Enterprise()
                : new Scope.Organization(
                        new VendorOrganization(
                                new SourceName(source), row.getString("organization")));
    }

    static @Nullable String sourceOf(Scope scope) {
        return scope instanceof Scope.Organization(var organization)
                ? organization.source().value()
                : null;
    }

    static @Nullable String organizationOf(Scope scope) {
        return scope instanceof Scope.Organization(var organization) ? organization.id() : null;
    }
}

package dev.tallyport.adapter.persistence;

import dev.tallyport.application.ingestion.Counts;
import dev.tallyport.application.ingestion.UsageLedger.Changes;
import dev.tallyport.application.source.SourceState.Failure;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How columns that several tables have are read and written.
final class Columns {

    /// The dimensions whose values are stored by their own name, in the order of their columns.
    static final List<Dimension> NAMED =
            List.of(Dimension.PRODUCT, Dimension.MODEL, Dimension.ACTIVITY);

    private Columns() {}

    /// Where the ledger keeps a dimension: a key of somebody, or a name.
    static String columnOf(Dimension dimension) {
        return switch (dimension) {
            case USER -> "user_key";
            case ORGANIZATION -> "organization_key";
            case PRODUCT -> "product";
            case MODEL -> "model";
            case ACTIVITY -> "activity";
            case PERSON, SOURCE ->
                    throw new IllegalArgumentException(dimension + " is not stored with facts");
        };
    }

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

    /// The values of [#NAMED], empty where none is stated.
    static List<String> names(ResultSet row) throws SQLException {
        var names = new ArrayList<String>();
        for (var dimension : NAMED) {
            names.add(row.getString(columnOf(dimension)));
        }
        return names;
    }

    /// Empty when its start is null.
    static Optional<Interval> interval(ResultSet row, String start, String end)
            throws SQLException {
        var from = maybeInstant(row, start);
        return from.isPresent()
                ? Optional.of(new Interval(from.get(), instant(row, end)))
                : Optional.empty();
    }

    static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("facts"),
                new Changes(row.getLong("added"), row.getLong("revised"), row.getLong("retracted")),
                row.getLong("rejected"),
                row.getLong("waits"));
    }

    /// Of `error_kind` and `error_message`.
    static Optional<Failure> failure(ResultSet row) throws SQLException {
        var message = maybeText(row, "error_message").orElse("");
        return maybeText(row, "error_kind").map(kind -> new Failure(kind, message));
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

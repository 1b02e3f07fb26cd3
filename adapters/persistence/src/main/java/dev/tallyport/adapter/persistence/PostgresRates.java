package dev.tallyport.adapter.persistence;

import dev.tallyport.application.pricing.Rates;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.Rate;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresRates implements Rates {

    private static final String SELECT =
            """
            select id, meter, unit, kind, source, organization, product, model, configured,
                version, amount, currency, from_day, until_day, recorded_at, recorded_by,
                superseded_at
            from rate_version join rate on rate.id = rate_id
            """;

    private final Database database;

    PostgresRates(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public void lock() {
        AdvisoryLock.RATES.take(database);
    }

    @Override
    @Transactional
    public List<Version> asKnownOn(Optional<Instant> at) {
        return at.map(known ->
                        database.query(
                                SELECT
                                        + "where recorded_at <= ?"
                                        + " and (superseded_at is null or superseded_at > ?)"
                                        + " order by id, version",
                                PostgresRates::version,
                                known,
                                known))
                .orElseGet(() ->
                        database.query(
                                SELECT + "where superseded_at is null order by id",
                                PostgresRates::version));
    }

    @Override
    @Transactional
    public List<Version> history(long id) {
        return database.query(SELECT + "where id = ? order by version", PostgresRates::version, id);
    }

    @Override
    @Transactional
    public Version add(Terms terms, boolean configured, Instant at, String by) {
        var scope = terms.scope();
        var id =
                database.query(
                                """
                                insert into rate (meter, unit, kind, source, organization, product,
                                    model, configured)
                                values (?, ?, ?, ?, ?, ?, ?, ?)
                                returning id
                                """,
                                row -> row.getLong(1),
                                terms.meter().id(),
                                terms.meter().unit().symbol(),
                                terms.kind().name(),
                                scope.source().map(SourceName::value).orElse(null),
                                scope.group().value(Dimension.ORGANIZATION).orElse(null),
                                scope.group().value(Dimension.PRODUCT).orElse(null),
                                scope.group().value(Dimension.MODEL).orElse(null),
                                configured)
                        .getFirst();
        return record(id, terms, at, by);
    }

    @Override
    @Transactional
    public Version replace(Version before, Terms after, Instant at, String by) {
        withdraw(before, at);
        return record(before.rate().id(), after, at, by);
    }

    @Override
    @Transactional
    public void withdraw(Version before, Instant at) {
        database.update(
                "update rate_version set superseded_at = ? where version = ?",
                at,
                before.version());
    }

    private Version record(long id, Terms terms, Instant at, String by) {
        database.update(
                """
                insert into rate_version (rate_id, amount, currency, from_day, until_day,
                    recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                terms.price().amount(),
                terms.price().currency().getCurrencyCode(),
                terms.days().from().orElse(null),
                terms.days().until().orElse(null),
                at,
                by);
        return history(id).getLast();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                new Rate(row.getLong("id"), terms(row), row.getBoolean("configured")),
                row.getLong("version"),
                Columns.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                Columns.maybeInstant(row, "superseded_at"));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                new Meter(row.getString("meter"), new Unit(row.getString("unit"))),
                PriceKind.valueOf(row.getString("kind")),
                new RateScope(Columns.maybeText(row, "source").map(SourceName::new), group(row)),
                new Money(
                        row.getBigDecimal("amount"),
                        Currency.getInstance(row.getString("currency"))),
                new Validity(day(row, "from_day"), day(row, "until_day")));
    }

    private static Group group(ResultSet row) throws SQLException {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        put(values, Dimension.ORGANIZATION, row.getString("organization"));
        put(values, Dimension.PRODUCT, row.getString("product"));
        put(values, Dimension.MODEL, row.getString("model"));
        return new Group(values);
    }

    private static void put(
            EnumMap<Dimension, String> values, Dimension dimension, @Nullable String value) {
        if (value != null) {
            values.put(dimension, value);
        }
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}

package dev.tallyport.adapter.persistence;

import dev.tallyport.application.limit.Limits;
import dev.tallyport.application.source.SourceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class PostgresLimits implements Limits {

    private static final Duration CURRENT = Duration.ofDays(7);

    private final Database database;

    PostgresLimits(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public List<Statement> latest(SourceId source, Set<String> names, Instant now) {
        return database.query(
                """
                select stated.name, vendor_user.external_id as user_id,
                    organization.external_id as organization_id, product, value, unit, word,
                    starts_at, ends_at
                from (
                        select distinct on (name, organization_key, user_key, product) * from (
                            select * from observation
                            where source_id = ? and name = any (?) and starts_at = ends_at
                            union all
                            select * from observation
                            where source_id = ? and name = any (?) and starts_at < ends_at
                                and starts_at > ?) stated
                        where model = '' and activity = ''
                        order by name, organization_key, user_key, product, starts_at desc
                    ) stated
                    left join vendor_user on vendor_user.id = user_key
                    left join vendor_organization organization
                        on organization.id = organization_key
                order by stated.name, organization_id nulls first, user_id nulls first, product
                """,
                row ->
                        new Statement(
                                row.getString("name"),
                                Columns.maybeText(row, "user_id"),
                                Columns.maybeText(row, "organization_id"),
                                Optional.of(row.getString("product"))
                                        .filter(product -> !product.isEmpty()),
                                row.getBigDecimal("value"),
                                row.getString("unit"),
                                Columns.maybeText(row, "word"),
                                Columns.instant(row, "starts_at"),
                                Columns.instant(row, "ends_at")),
                source.value(),
                Database.texts(names),
                source.value(),
                Database.texts(names),
                now.minus(CURRENT));
    }
}

package dev.tallyport.adapter.persistence;

import dev.tallyport.application.ingestion.Observations;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Observation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresObservations implements Observations {

    private static final String STORE =
            """
            insert into observation as o (source_id, name, user_key, organization_key, product, model,
                activity, starts_at, ends_at, value, unit, word, read_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (source_id, name, user_key, organization_key, product, model, activity,
                starts_at, ends_at)
            do update set (value, unit, word, read_at)
                = (excluded.value, excluded.unit, excluded.word, excluded.read_at)
            where o.read_at <= excluded.read_at
            """;

    /// Only where the last one before it says something else.
    private static final String STORE_CHANGED =
            """
            insert into observation as o (source_id, name, user_key, organization_key, product, model,
                activity, starts_at, ends_at, value, unit, word, read_at)
            select n.* from (values (?::integer, ?, ?::bigint, ?::bigint, ?, ?, ?, ?::timestamptz,
                    ?::timestamptz, ?::numeric, ?, ?, ?::timestamptz))
                as n (source_id, name, user_key, organization_key, product, model, activity,
                    starts_at, ends_at, value, unit, word, read_at)
            where not exists (
                select from (
                    select p.value, p.unit, p.word from observation p
                    where p.source_id = n.source_id and p.name = n.name and p.user_key = n.user_key
                        and p.organization_key = n.organization_key and p.product = n.product
                        and p.model = n.model and p.activity = n.activity
                        and p.starts_at = p.ends_at and p.starts_at <= n.starts_at
                    order by p.starts_at desc limit 1) last
                where (last.value, last.unit, last.word)
                    is not distinct from (n.value, n.unit, n.word))
            on conflict (source_id, name, user_key, organization_key, product, model, activity,
                starts_at, ends_at)
            do update set (value, unit, word) = (excluded.value, excluded.unit, excluded.word)
            """;

    private final Database database;
    private final Keys keys;

    PostgresObservations(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public void record(SourceId source, List<Observation> observations, Instant readAt) {
        var known =
                keys.assign(
                        source,
                        named(observations, Dimension.USER),
                        named(observations, Dimension.ORGANIZATION));
        var spans = new ArrayList<@Nullable Object[]>();
        var moments = new ArrayList<@Nullable Object[]>();
        for (var one : observations) {
            (one.start().equals(one.end()) ? moments : spans).add(row(source, one, known, readAt));
        }
        database.updateEach(STORE, spans);
        database.updateEach(STORE_CHANGED, moments);
    }

    private static Set<String> named(List<Observation> observations, Dimension dimension) {
        var named = new HashSet<String>();
        observations.forEach(one -> value(one, dimension).ifPresent(named::add));
        return named;
    }

    private static Optional<String> value(Observation observation, Dimension dimension) {
        return Optional.ofNullable(observation.dimensions().get(dimension));
    }

    private static @Nullable Object[] row(
            SourceId source, Observation one, Keys.Known known, Instant readAt) {
        return new @Nullable Object[] {
            source.value(),
            one.name(),
            known.userOf(value(one, Dimension.USER)),
            known.organizationOf(value(one, Dimension.ORGANIZATION)),
            value(one, Dimension.PRODUCT).orElse(""),
            value(one, Dimension.MODEL).orElse(""),
            value(one, Dimension.ACTIVITY).orElse(""),
            one.start(),
            one.end(),
            one.value(),
            one.unit(),
            one.word().orElse(null),
            readAt
        };
    }
}

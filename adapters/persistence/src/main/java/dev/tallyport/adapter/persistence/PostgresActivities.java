package dev.tallyport.adapter.persistence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tallyport.application.ingestion.Activities;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresActivities implements Activities {

    private static final String STORE =
            """
            insert into activity as a (shard, source_id, kind, external_id, starts_at, updated_at,
                user_key, organization_key, parent, title, figures, attributes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            on conflict (shard, source_id, kind, external_id) do update
            set (starts_at, updated_at, user_key, organization_key, parent, title, figures,
                    attributes)
                = (excluded.starts_at, excluded.updated_at, excluded.user_key,
                    excluded.organization_key, excluded.parent, excluded.title, excluded.figures,
                    excluded.attributes)
            where (a.starts_at, a.updated_at, a.user_key, a.organization_key, a.parent, a.title,
                    a.figures, a.attributes)
                is distinct from (excluded.starts_at, excluded.updated_at, excluded.user_key,
                    excluded.organization_key, excluded.parent, excluded.title, excluded.figures,
                    excluded.attributes)
            """;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Database database;
    private final Keys keys;

    PostgresActivities(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public void record(SourceId source, List<Activity> activities) {
        var latest = new TreeMap<String, Activity>();
        activities.forEach(one -> latest.put(one.kind() + "/" + one.id(), one));
        var known =
                keys.assign(
                        source,
                        named(latest, Activity::user),
                        named(latest, Activity::organization));
        var rows = new ArrayList<@Nullable Object[]>();
        latest.values().forEach(one -> rows.add(row(source, one, known)));
        database.updateEach(STORE, rows);
    }

    private static Set<String> named(
            Map<String, Activity> activities, Function<Activity, Optional<String>> id) {
        return activities.values().stream()
                .flatMap(one -> id.apply(one).stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable Object[] row(SourceId source, Activity activity, Keys.Known known) {
        return new @Nullable Object[] {
            Shards.ofActivity(source, activity.kind().name(), activity.id()),
            source.value(),
            activity.kind().name(),
            activity.id(),
            activity.start(),
            activity.updated().orElse(null),
            known.userOf(activity.user()),
            known.organizationOf(activity.organization()),
            activity.parent().orElse(""),
            activity.title().orElse(null),
            figures(activity).toString(),
            attributes(activity).toString()
        };
    }

    private static ObjectNode figures(Activity activity) {
        var figures = JSON.objectNode();
        new TreeMap<>(activity.figures())
                .forEach((meter, quantity) ->
                        figures.put(storable(meter), quantity.toPlainString()));
        return figures;
    }

    private static ObjectNode attributes(Activity activity) {
        var attributes = JSON.objectNode();
        new TreeMap<>(activity.attributes())
                .forEach((name, values) -> {
                    var array = attributes.putArray(storable(name));
                    values.forEach(value -> array.add(storable(value)));
                });
        return attributes;
    }

    /// JSON in PostgreSQL holds no NUL, however it is written.
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}

package dev.tallyport.adapter.persistence;

import dev.tallyport.application.source.SourceId;
import jakarta.enterprise.context.ApplicationScoped;

/// Keeps which users, organizations and names occur together in current facts.
@ApplicationScoped
class Occurrences {

    /// A fact that was revised without becoming anybody else's writes nothing.
    private static final String CHANGE =
            """
            insert into occurrence as o (shard, source_id, user_key, organization_key, product, model,
                activity, facts)
            select shard, source_id, user_key, organization_key, product, model, activity, sum(facts)
            from (
                select shard, source_id, user_key, organization_key, product, model, activity,
                    1 as facts
                from fact where shard = any (?) and source_id = ? and known_from = ?
                union all
                select shard, source_id, user_key, organization_key, product, model, activity,
                    -1 as facts
                from fact where shard = any (?) and source_id = ? and known_to = ?
            ) changed
            group by shard, source_id, user_key, organization_key, product, model, activity
            having sum(facts) <> 0
            order by shard, source_id, user_key, organization_key, product, model, activity
            on conflict (shard, source_id, user_key, organization_key, product, model, activity)
            do update set facts = o.facts + excluded.facts
            """;

    private static final String FORGET_GONE =
            """
            delete from occurrence o using fact f
            where f.shard = any (?) and f.source_id = ? and f.known_to = ?
                and o.shard = f.shard and o.source_id = f.source_id and o.user_key = f.user_key
                and o.organization_key = f.organization_key and o.product = f.product
                and o.model = f.model and o.activity = f.activity and o.facts = 0
            """;

    private final Database database;

    Occurrences(Database database) {
        this.database = database;
    }

    /// Takes over what a version of the ledger changed in these shards.
    void follow(SourceId source, long version, Integer[] shards) {
        database.update(CHANGE, shards, source.value(), version, shards, source.value(), version);
        database.update(FORGET_GONE, shards, source.value(), version);
    }
}

-- Who and what occur together in current facts, and how often: what filters can be set to.
create table occurrence (
    shard integer not null,
    source_id integer not null,
    user_key bigint not null,
    organization_key bigint not null,
    product text not null,
    model text not null,
    activity text not null,
    facts bigint not null,
    primary key (shard, source_id, user_key, organization_key, product, model, activity)
);
create index occurrence_by_organization on occurrence (shard, source_id, organization_key);

insert into occurrence
select shard, source_id, user_key, organization_key, product, model, activity, count(*)
from fact where known_to is null
group by shard, source_id, user_key, organization_key, product, model, activity;

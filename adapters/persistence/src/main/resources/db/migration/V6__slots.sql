-- The cuts whose facts are finer than a day.
create table cut_by_slot (
    source_id integer not null references source,
    cut text not null,
    primary key (source_id, cut)
);

-- Sums of those cuts by the quarter of an hour of UTC in which a fact starts. Offsets from UTC are
-- multiples of it in every zone, so that hours and days of any zone can be put together from it.
create table usage_by_slot (
    shard integer not null,
    source_id integer not null,
    cut text not null,
    slot timestamptz not null,
    user_key bigint not null,
    organization_key bigint not null,
    product text not null,
    model text not null,
    activity text not null,
    unit text not null,
    residual boolean not null,
    quantity numeric not null,
    facts bigint not null,
    primary key (shard, source_id, cut, slot, user_key, organization_key, product, model, activity,
        unit, residual)
);
create index usage_by_slot_by_user on usage_by_slot (shard, source_id, cut, user_key, slot);

-- What was stored before this does not say how fine its cut is, but days are never as short as these;
-- one has 23 hours when clocks go forward. A cut that this misses is added by the source's next read.
insert into cut_by_slot
select distinct source_id, cut from fact where ends_at - starts_at < interval '23 hours';

insert into usage_by_slot
select shard, source_id, cut, date_bin('15 minutes', starts_at, 'epoch') as slot, user_key,
    organization_key, product, model, activity, unit, residual, sum(quantity), count(*)
from fact
where known_to is null and (source_id, cut) in (select source_id, cut from cut_by_slot)
group by shard, source_id, cut, slot, user_key, organization_key, product, model, activity, unit,
    residual;

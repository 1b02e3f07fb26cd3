-- Usage is told apart by model and activity as well, and every quantity is stored with its unit. What
-- was stored before this is all of one unit.
alter table fact
    add column model text not null default '',
    add column activity text not null default '',
    add column unit text not null default 'ACU';
alter table fact
    alter column model drop default,
    alter column activity drop default,
    alter column unit drop default;

alter table fact_staging
    add column model text not null,
    add column activity text not null,
    add column unit text not null;

alter table usage_by_user_day
    add column model text not null default '',
    add column activity text not null default '',
    add column unit text not null default 'ACU';
alter table usage_by_user_day
    alter column model drop default,
    alter column activity drop default,
    alter column unit drop default,
    drop constraint usage_by_user_day_pkey,
    add primary key (shard, source_id, cut, user_key, day, organization_key, product, model,
        activity, unit, residual);

alter table usage_by_organization_day
    add column model text not null default '',
    add column activity text not null default '',
    add column unit text not null default 'ACU';
alter table usage_by_organization_day
    alter column model drop default,
    alter column activity drop default,
    alter column unit drop default,
    drop constraint usage_by_organization_day_pkey,
    add primary key (shard, source_id, cut, day, organization_key, product, model, activity, unit,
        residual);

alter table comparison
    add column model text not null default '',
    add column activity text not null default '';
alter table comparison
    alter column model drop default,
    alter column activity drop default,
    drop constraint comparison_pkey,
    add primary key (source_id, cut, start_day, end_day, user_key, organization_key, product, model,
        activity);

-- While a window is handed over in several batches, its earlier ones stay in staging.
alter table fact_staging add column source_id integer not null;

alter table vendor_user
    add column roles text[] not null default '{}',
    add column groups text[] not null default '{}';

-- What was done with an agent, as the vendor states it now. Placed by its own id, since who it is of
-- may be stated later.
create table activity (
    shard integer not null,
    source_id integer not null,
    kind text not null,
    external_id text not null,
    starts_at timestamptz not null,
    updated_at timestamptz,
    user_key bigint not null,
    organization_key bigint not null,
    parent text not null,
    title text,
    figures jsonb not null,
    attributes jsonb not null,
    primary key (shard, source_id, kind, external_id)
);
create index activity_by_start on activity (shard, source_id, kind, starts_at);

-- Figures that are no usage. One that holds at an instant holds until the next one.
create table observation (
    source_id integer not null references source,
    name text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    user_key bigint not null,
    organization_key bigint not null,
    product text not null,
    model text not null,
    activity text not null,
    value numeric not null,
    unit text not null,
    word text,
    primary key (source_id, name, user_key, organization_key, product, model, activity, starts_at,
        ends_at)
);

-- What an operator should know of the last read that said so.
create table source_note (
    source_id integer not null references source,
    part text not null,
    message text not null,
    read_at timestamptz not null,
    primary key (source_id, part, message)
);

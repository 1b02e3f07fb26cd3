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
    read_at timestamptz not null,
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

-- Every read of a source: what it came to, and what is needed to repeat it.
create table source_read (
    id bigint generated always as identity primary key,
    source_id integer not null references source,
    kind text not null check (kind in ('sync', 'backfill', 'replay')),
    started_at timestamptz not null,
    ended_at timestamptz,
    -- null while it is under way, and for ever where its instance was killed
    outcome text check (outcome in ('complete', 'failed', 'stopped')),
    window_start timestamptz,
    window_end timestamptz,
    checkpoint text,
    facts bigint not null default 0,
    added bigint not null default 0,
    revised bigint not null default 0,
    retracted bigint not null default 0,
    rejected bigint not null default 0,
    waits bigint not null default 0,
    error_kind text,
    error_message text,
    answers_kept boolean not null default false
);
create index source_read_by_source on source_read (source_id, id);
create index source_read_with_answers on source_read (started_at) where answers_kept;

-- What the vendor answered in a read, compressed, in the order in which it came.
create table kept_answers (
    read_id bigint not null references source_read on delete cascade,
    part integer not null,
    content bytea not null,
    primary key (read_id, part)
);

-- Long work on a source: windows of the past to read, or earlier reads to repeat, part by part.
create table source_job (
    id bigint generated always as identity primary key,
    source_id integer not null references source,
    kind text not null check (kind in ('backfill', 'replay')),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    requested_by text not null,
    requested_at timestamptz not null,
    state text not null default 'open' check (state in ('open', 'complete', 'cancelled', 'failed')),
    ended_at timestamptz,
    not_before timestamptz,
    failures integer not null default 0,
    error_kind text,
    error_message text
);
create index source_job_open on source_job (source_id, id) where state = 'open';

create table source_job_part (
    job_id bigint not null references source_job on delete cascade,
    part integer not null,
    window_start timestamptz,
    window_end timestamptz,
    read_id bigint,
    done_at timestamptz,
    facts bigint not null default 0,
    added bigint not null default 0,
    revised bigint not null default 0,
    retracted bigint not null default 0,
    rejected bigint not null default 0,
    waits bigint not null default 0,
    primary key (job_id, part)
);

-- What happened to a source that somebody should hear of.
create table source_event (
    id bigint generated always as identity primary key,
    source_id integer not null references source,
    at timestamptz not null,
    kind text not null check (kind in ('late', 'recovered')),
    message text not null
);
create index source_event_by_source on source_event (source_id, id);

alter table source add column late_since timestamptz;

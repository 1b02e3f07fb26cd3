-- Sources, directory and bookkeeping are plain tables. The tables of the ledger (fact, fact_staging,
-- usage_by_user_day, usage_by_organization_day) have `shard` first in every key and refer to nothing
-- outside themselves, so that they can be distributed by it.

create table source (
    id integer generated always as identity primary key,
    name text not null unique,
    connector text not null,
    checkpoint text,
    lease_owner text,
    lease_until timestamptz,
    started_at timestamptz,
    steps_done bigint not null default 0,
    steps_expected bigint not null default 0,
    facts_read bigint not null default 0,
    facts_changed bigint not null default 0,
    last_attempt_at timestamptz,
    last_complete_at timestamptz,
    next_attempt_at timestamptz,
    failures integer not null default 0,
    error_kind text,
    error_message text
);

create table billing_cycle (
    source_id integer not null references source,
    start_day date not null,
    end_day date not null check (start_day < end_day),
    primary key (source_id, start_day)
);

create table vendor_user (
    id bigint generated always as identity primary key,
    source_id integer not null references source,
    external_id text not null,
    service_user boolean not null,
    name text,
    email text,
    organizations text[] not null default '{}',
    unique (source_id, external_id)
);

create table vendor_organization (
    id bigint generated always as identity primary key,
    source_id integer not null references source,
    external_id text not null,
    name text,
    unique (source_id, external_id)
);

create table reject (
    id bigint generated always as identity primary key,
    source_id integer not null references source,
    request text not null,
    path text not null,
    reason text not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null
);
create index reject_by_source on reject (source_id, last_seen_at);
create index reject_by_path on reject (source_id, path);

-- A day of a cut that was read whole: since when, and since when after it had settled.
create table covered_day (
    source_id integer not null references source,
    cut text not null,
    day date not null,
    read_at timestamptz not null,
    settled_at timestamptz,
    primary key (source_id, cut, day)
);

-- What the vendor declared beside what its parts came to, when those days were last read whole.
-- A key of 0 and an empty product mean that the declared total does not name one.
create table comparison (
    source_id integer not null references source,
    cut text not null,
    start_day date not null,
    end_day date not null,
    user_key bigint not null,
    organization_key bigint not null,
    product text not null,
    declared numeric not null,
    parts numeric not null,
    primary key (source_id, cut, start_day, end_day, user_key, organization_key, product)
);

-- The cuts of which a source ever handed anything over.
create table source_cut (
    source_id integer not null references source,
    cut text not null,
    primary key (source_id, cut)
);

create sequence ledger_version_number;

create table ledger_version (
    version bigint primary key,
    source_id integer not null references source,
    recorded_at timestamptz not null
);
create index ledger_version_by_instant on ledger_version (source_id, recorded_at);

-- One row per version of a fact. A key of 0 and an empty product mean none or nobody known.
create table fact (
    shard integer not null,
    source_id integer not null,
    cut text not null,
    fact_key text not null,
    known_from bigint not null,
    known_to bigint,
    residual boolean not null,
    day date not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    user_key bigint not null,
    organization_key bigint not null,
    product text not null,
    quantity numeric not null,
    primary key (shard, source_id, cut, fact_key, known_from)
);
create unique index fact_current on fact (shard, source_id, cut, fact_key) where known_to is null;
create index fact_by_day on fact (shard, source_id, cut, day);
create index fact_opened on fact (shard, source_id, known_from);
create index fact_closed on fact (shard, source_id, known_to) where known_to is not null;

-- Where a batch lands before it is merged; empty outside the transaction of a batch.
create table fact_staging (
    shard integer not null,
    load bigint not null,
    cut text not null,
    fact_key text not null,
    day date not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    user_key bigint not null,
    organization_key bigint not null,
    product text not null,
    quantity numeric not null,
    primary key (shard, load, cut, fact_key)
);

create table usage_by_user_day (
    shard integer not null,
    source_id integer not null,
    cut text not null,
    user_key bigint not null,
    day date not null,
    organization_key bigint not null,
    product text not null,
    residual boolean not null,
    quantity numeric not null,
    facts bigint not null,
    primary key (shard, source_id, cut, user_key, day, organization_key, product, residual)
);
create index usage_by_user_day_by_day on usage_by_user_day (shard, source_id, cut, day);

create table usage_by_organization_day (
    shard integer not null,
    source_id integer not null,
    cut text not null,
    day date not null,
    organization_key bigint not null,
    product text not null,
    residual boolean not null,
    quantity numeric not null,
    facts bigint not null,
    primary key (shard, source_id, cut, day, organization_key, product, residual)
);

-- What one unit of a meter costs, with every version that there was: nothing is overwritten. A plain
-- table of the coordinator. Where a rate is for all of something, its column is null.
create table rate (
    id bigint generated always as identity primary key,
    meter text not null,
    unit text not null,
    kind text not null check (kind in ('LIST', 'CONTRACTED')),
    source text,
    organization text check (organization is null or source is not null),
    product text,
    model text,
    configured boolean not null
);

create table rate_version (
    version bigint generated always as identity primary key,
    rate_id bigint not null references rate,
    amount numeric not null check (amount >= 0),
    currency text not null,
    from_day date,
    until_day date,
    recorded_at timestamptz not null,
    recorded_by text not null,
    superseded_at timestamptz,
    check (from_day < until_day)
);
create index rate_version_by_rate on rate_version (rate_id, version);
create unique index rate_version_current on rate_version (rate_id) where superseded_at is null;

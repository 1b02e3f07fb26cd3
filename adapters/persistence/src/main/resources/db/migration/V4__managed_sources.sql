-- Sources that are managed through the API; what they were read of is in `source` and stays when they
-- are removed. No two states of any of them have one version.
create sequence managed_source_version;

create table managed_source (
    name text primary key,
    connector text not null,
    every text not null,
    paused boolean not null,
    version bigint not null default nextval('managed_source_version'),
    changed_at timestamptz not null,
    changed_by text not null
);

-- A value as it is, or sealed when it is a secret.
create table managed_source_setting (
    source text not null references managed_source on delete cascade,
    key text not null,
    value text not null,
    sealed boolean not null,
    primary key (source, key)
);

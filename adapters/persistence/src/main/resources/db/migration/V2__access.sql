-- Who is who, who may what, and what was done. Plain tables, none of which is distributed.
-- Where a scope is stored, a source and an organization that are both null mean the enterprise.

create table person (
    id bigint generated always as identity primary key,
    name text not null,
    merged_into bigint references person check (merged_into <> id),
    created_at timestamptz not null
);
create index person_merged on person (merged_into) where merged_into is not null;

create table person_merge (
    id bigint generated always as identity primary key,
    person_id bigint not null references person,
    into_id bigint not null references person,
    merged_at timestamptz not null,
    merged_by text not null,
    undone_at timestamptz,
    undone_by text
);
create unique index person_merge_current on person_merge (person_id) where undone_at is null;

-- Who somebody is a part of in the end; themselves where they are a person of their own.
create function person_root(person_id bigint) returns bigint stable language sql as $$
    with recursive above (id) as (
        select $1
        union
        select merged_into from above join person using (id) where merged_into is not null)
    select id from above join person using (id) where merged_into is null
$$;

-- Somebody, and everybody merged into them.
create function people_within(person_id bigint) returns setof bigint stable language sql as $$
    with recursive within (id) as (
        select $1
        union
        select person.id from within join person on merged_into = within.id)
    select id from within
$$;

create table person_link (
    id bigint generated always as identity primary key,
    person_id bigint not null references person,
    vendor_user_id bigint not null references vendor_user,
    how text not null,
    linked_at timestamptz not null,
    linked_by text not null,
    detached_at timestamptz,
    detached_by text
);
create unique index person_link_current on person_link (vendor_user_id) where detached_at is null;
create index person_link_by_user on person_link (vendor_user_id);
create index person_link_by_person on person_link (person_id);

-- A local account has no issuer, and its login for its subject.
create table account (
    id bigint generated always as identity primary key,
    person_id bigint not null references person,
    issuer text not null default '',
    subject text not null,
    login text not null,
    name text not null,
    address text,
    address_verified boolean not null,
    enabled boolean not null default true,
    expires_at timestamptz,
    password_hash text,
    created_at timestamptz not null,
    last_signed_in_at timestamptz,
    unique (issuer, subject),
    check (issuer <> '' or subject = login)
);
create index account_by_person on account (person_id);

-- Addresses are one when they differ in nothing but case and blanks around them.
create index account_by_verified_address on account (lower(btrim(address))) where address_verified;
create index vendor_user_by_address on vendor_user (lower(btrim(email)));

create table session (
    digest text primary key,
    account_id bigint not null references account on delete cascade,
    started_at timestamptz not null,
    ends_at timestamptz not null
);
create index session_by_account on session (account_id);

create table provider_session (
    digest text primary key,
    issuer text not null,
    subject text not null,
    sealed bytea not null,
    ends_at timestamptz not null
);
create index provider_session_by_account on provider_session (issuer, subject);

create table password_reset (
    account_id bigint primary key references account on delete cascade,
    digest text not null unique,
    ends_at timestamptz not null
);

create table service_user (
    id bigint generated always as identity primary key,
    name text not null,
    enabled boolean not null default true,
    expires_at timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    removed_at timestamptz
);
create unique index service_user_by_name on service_user (name) where removed_at is null;

create table service_key (
    id bigint generated always as identity primary key,
    service_user_id bigint not null references service_user,
    name text not null,
    digest text not null unique,
    prefix text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index service_key_by_user on service_key (service_user_id);

-- The custom ones; those that are built in are code.
create table role (
    name text primary key,
    permissions text[] not null
);

-- The scope is named instead of referred to: a role may be given where nothing was read yet.
create table role_assignment (
    id bigint generated always as identity primary key,
    role text not null,
    person_id bigint references person,
    service_user_id bigint references service_user,
    group_name text,
    source text,
    organization text,
    given_at timestamptz not null,
    given_by text not null,
    check (num_nonnulls(person_id, service_user_id, group_name) = 1),
    check ((source is null) = (organization is null)),
    unique nulls not distinct
        (role, person_id, service_user_id, group_name, source, organization)
);
create index role_assignment_by_person on role_assignment (person_id);
create index role_assignment_by_service_user on role_assignment (service_user_id);
-- Some providers write groups as paths.
create index role_assignment_by_group on role_assignment (regexp_replace(group_name, '^/', ''));

create table flag (
    key text primary key,
    description text not null
);
insert into flag values (
    'expose-personal-analytics',
    'Lets people who hold ViewPersonalAnalytics see their own consumption across all organizations.');

create table flag_state (
    flag text not null references flag on delete cascade,
    source text,
    organization text,
    is_on boolean not null,
    starts_at timestamptz,
    ends_at timestamptz,
    changed_at timestamptz not null,
    changed_by text not null,
    reason text not null,
    check ((source is null) = (organization is null)),
    unique nulls not distinct (flag, source, organization)
);

-- Every entry's hash is over its own content and the hash of the entry before it.
create table audit_entry (
    number bigint primary key,
    at timestamptz not null,
    principal text not null,
    name text not null,
    origin text,
    action text not null,
    target text not null,
    before json not null,
    after json not null,
    hash bytea not null
);
create index audit_entry_by_principal on audit_entry (principal, number);
create index audit_entry_by_action on audit_entry (action, number);

-- Through which entry the log was cut off, and that entry's hash, from which the chain goes on.
create table audit_retention (
    removed_through bigint primary key,
    hash bytea not null,
    at timestamptz not null
);

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
        and current_setting('tallyport.audit_retention', true) = 'on'
        and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
    then
        return null;
    end if;
    raise exception 'entries of the audit log are neither changed nor removed'
        using errcode = 'insufficient_privilege',
            hint = 'The owner removes old entries by: select audit_retain(interval ''2 years'')';
end
$$;
create trigger audit_entry_stays before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_stays();

-- The only way to remove entries: the oldest ones, as far as all are older than that. The latest
-- one stays whatever its age, so that the chain has an end to go on from.
create function audit_retain(keep interval) returns bigint
    strict language plpgsql security definer
    set search_path = pg_catalog, "${flyway:defaultSchema}", pg_temp
as $$
declare
    last audit_entry;
    removed bigint;
begin
    if keep < interval '0' then
        raise exception 'the time to keep entries is at least none, not %', keep;
    end if;
    select * into last from audit_entry
    where number < (
        select least(min(number) filter (where at >= now() - keep), max(number)) from audit_entry)
    order by number desc limit 1;
    if not found then
        return 0;
    end if;
    insert into audit_retention values (last.number, last.hash, now());
    perform set_config('tallyport.audit_retention', 'on', true);
    delete from audit_entry where number <= last.number;
    get diagnostics removed = row_count;
    perform set_config('tallyport.audit_retention', 'off', true);
    return removed;
end
$$;
revoke execute on function audit_retain(interval) from public;

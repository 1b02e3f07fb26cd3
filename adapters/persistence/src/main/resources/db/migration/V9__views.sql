-- What people and service users keep of the pages: views of them, and how they are to look. Plain
-- tables of the coordinator. No two states of any views have one version.
create sequence saved_view_version;

create table saved_view (
    id bigint generated always as identity primary key,
    person_id bigint references person,
    service_user_id bigint references service_user,
    name text not null,
    description text not null,
    path text not null,
    query text not null,
    shared boolean not null,
    version bigint not null default nextval('saved_view_version'),
    changed_at timestamptz not null,
    check (num_nonnulls(person_id, service_user_id) = 1),
    unique nulls not distinct (person_id, service_user_id, name)
);
create index saved_view_by_service_user on saved_view (service_user_id);
create index saved_view_shared on saved_view (lower(name), id) where shared;

-- A row for each who said something. Without a zone, each source's own; without a path, the page
-- that the application begins with.
create table preferences (
    person_id bigint references person,
    service_user_id bigint references service_user,
    zone text,
    color_scheme text not null check (color_scheme in ('LIGHT', 'DARK', 'AUTO')),
    landing_path text,
    check (num_nonnulls(person_id, service_user_id) = 1),
    unique nulls not distinct (person_id, service_user_id)
);

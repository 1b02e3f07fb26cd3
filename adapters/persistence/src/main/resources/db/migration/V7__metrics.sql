-- Activities are listed the newest first and counted by when they began, of one kind of one source.
-- No key: wherever an activity lies, it is in the index of its part of the table.
drop index activity_by_start;
create index activity_by_start on activity (source_id, kind, starts_at, external_id);

-- Of somebody who did little, or of an organization where little was done.
create index activity_of_user on activity (user_key, starts_at);
create index activity_of_organization on activity (organization_key, starts_at);

-- What belongs to a session.
create index activity_by_parent on activity (source_id, kind, parent) where parent <> '';

-- Of what holds until it is stated anew, the latest; of stretches, those of late.
create index observation_of_moments on observation (source_id, name, starts_at)
    where starts_at = ends_at;
create index observation_of_stretches on observation (source_id, name, starts_at)
    where starts_at < ends_at;

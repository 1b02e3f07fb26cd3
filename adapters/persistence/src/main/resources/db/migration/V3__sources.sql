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

-- Lets the application's role work with tables that another role owns, and leaves it no way to
-- alter what is in the audit log. Where the application's role is the owner there is nothing to do.
do $grants$
declare
    -- Flyway does not see a placeholder that follows a dollar sign.
    application constant text := substr($role$ ${applicationRole}$role$, 2);
    own constant text := current_schema();
begin
    if application = current_user
        or not exists (select from pg_roles where rolname = application)
    then
        return;
    end if;
    -- Two instances that start at once grant one after the other: AdvisoryLock.GRANTS.
    perform pg_advisory_xact_lock(1952541700, 0);
    if not has_schema_privilege(application, own, 'usage') then
        execute format('grant usage on schema %I to %I', own, application);
    end if;
    execute format(
        'grant select, insert, update, delete on all tables in schema %I to %I', own, application);
    execute format('grant usage on all sequences in schema %I to %I', own, application);
    execute format('revoke update, delete on audit_entry from %I', application);
    execute format('revoke insert, update, delete on audit_retention from %I', application);
    execute format(
        'revoke insert, update, delete on %I from %I', '${flyway:table}', application);
    execute format(
        'alter default privileges in schema %I'
            || ' grant select, insert, update, delete on tables to %I',
        own,
        application);
    execute format(
        'alter default privileges in schema %I grant usage on sequences to %I', own, application);
end
$grants$;

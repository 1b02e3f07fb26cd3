package dev.tallyport.adapter.persistence;

import dev.tallyport.application.access.Rights;
import dev.tallyport.application.flag.FlagCatalog;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresRights implements Rights {

    private final Database database;
    private final FlagCatalog flags;

    PostgresRights(Database database, FlagCatalog flags) {
        this.database = database;
        this.flags = flags;
    }

    @Override
    @Transactional
    public Held of(Principal principal, Set<String> groups) {
        var linkedTo = new HashSet<VendorUser>();
        var memberOf = new HashSet<VendorOrganization>();
        if (principal instanceof Principal.Person(long id)) {
            readLinks(id, linkedTo, memberOf);
        }
        return new Held(grants(principal, groups), linkedTo, memberOf, flags.flags());
    }

    private Set<Grant> grants(Principal principal, Set<String> groups) {
        var grants = new HashSet<Grant>();
        database.query(
                """
                select role_assignment.role, source, organization, permissions
                from role_assignment left join role on name = role_assignment.role
                where person_id = any (array(select people_within(person_root(?))))
                    or service_user_id = ?
                    or regexp_replace(group_name, '^/', '') = any (?)
                """,
                row -> grants.addAll(grants(row)),
                principal instanceof Principal.Person(long id) ? (@Nullable Long) id : null,
                principal instanceof Principal.ServiceUser(long id) ? (@Nullable Long) id : null,
                groups.stream()
                        .map(group -> group.startsWith("/") ? group.substring(1) : group)
                        .toArray(String[]::new));
        return grants;
    }

    /// None of a role that is gone.
    private static Set<Grant> grants(ResultSet row) throws SQLException {
        var name = row.getString("role");
        var scope = Columns.scope(row);
        for (var role : Role.BUILT_IN) {
            if (role.name().equals(name)) {
                return role.in(scope);
            }
        }
        return row.getArray("permissions") == null
                ? Set.of()
                : new Role(name, PostgresRoles.permissions(row)).in(scope);
    }

    private void readLinks(
            long person, Set<VendorUser> linkedTo, Set<VendorOrganization> memberOf) {
        database.query(
                """
                select source.name as source, external_id, organizations
                from person_link
                    join vendor_user on vendor_user.id = vendor_user_id
                    join source on source.id = source_id
                where detached_at is null
                    and person_id = any (array(select people_within(person_root(?))))
                """,
                row -> {
                    var user = Columns.vendorUser(row);
                    for (var organization : Columns.texts(row, "organizations")) {
                        memberOf.add(new VendorOrganization(user.source(), organization));
                    }
                    return linkedTo.add(user);
                },
                person);
    }

    @Override
    @Transactional
    public Set<VendorOrganization> named(Set<String> ids, String connector) {
        return Set.copyOf(
                database.query(
                        """
                        select source.name as source, external_id
                        from vendor_organization join source on source.id = source_id
                        where external_id = any (?)
                            and (connector = ?
                                or not exists (select from source where connector = ?))
                        """,
                        row ->
                                new VendorOrganization(
                                        new SourceName(row.getString("source")),
                                        row.getString("external_id")),
                        Database.texts(ids),
                        connector,
                        connector));
    }
}

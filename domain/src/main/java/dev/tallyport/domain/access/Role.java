package dev.tallyport.domain.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Permissions under a name, to be given together.
///
/// @param name lower-case letters, digits and dashes, at most 63 characters
public record Role(String name, Set<Permission> permissions) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /// May everything. In one organization: sees all of it.
    public static final Role ADMIN = new Role("admin", EnumSet.allOf(Permission.class));

    /// What everybody may be given: one's own consumption, where the flag allows.
    public static final Role MEMBER =
            new Role("member", EnumSet.of(Permission.VIEW_PERSONAL_ANALYTICS));

    /// Sees everything and changes nothing.
    public static final Role AUDITOR =
            new Role(
                    "auditor",
                    EnumSet.of(
                            Permission.VIEW_ACCOUNT_CONSUMPTION,
                            Permission.VIEW_ACCOUNT_METRICS,
                            Permission.VIEW_ACCOUNT_SESSIONS,
                            Permission.VIEW_ACCOUNT_MEMBERSHIP,
                            Permission.VIEW_ORG_CONSUMPTION,
                            Permission.VIEW_ORG_METRICS,
                            Permission.VIEW_ORG_SESSIONS,
                            Permission.VIEW_SOURCES,
                            Permission.VIEW_AUDIT_LOG));

    /// Manages rates and sees consumption.
    public static final Role BILLING =
            new Role(
                    "billing",
                    EnumSet.of(
                            Permission.MANAGE_BILLING,
                            Permission.VIEW_ACCOUNT_CONSUMPTION,
                            Permission.VIEW_ORG_CONSUMPTION));

    /// The ones that are always there and cannot be changed.
    public static final List<Role> BUILT_IN = List.of(ADMIN, MEMBER, AUDITOR, BILLING);

    public Role {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "A role's name is lower-case letters, digits and dashes, found '"
                            + name
                            + "'.");
        }
        permissions = Set.copyOf(permissions);
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    public boolean isBuiltIn() {
        return BUILT_IN.stream().anyMatch(role -> role.name.equals(name));
    }

    /// What it allows where it is given; empty where it would allow nothing.
    public Set<Grant> in(Scope scope) {
        return permissions.stream()
                .filter(permission -> permission.countsIn(scope))
                .map(permission -> new Grant(permission, scope))
                .collect(Collectors.toUnmodifiableSet());
    }
}

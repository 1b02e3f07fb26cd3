package dev.tallyport.simulator.devin;

import java.util.List;

/// What somebody may do.
///
/// @param type enterprise or org
public record Role(String id, String name, String type) {

    static final Role ENTERPRISE_ADMIN =
            new Role("role-enterprise-admin", "Enterprise Admin", "enterprise");
    static final Role ENTERPRISE_MEMBER =
            new Role("role-enterprise-member", "Member", "enterprise");
    static final Role ADMIN = new Role("role-org-admin", "Admin", "org");
    static final Role MEMBER = new Role("role-org-member", "Member", "org");
    static final List<Role> ALL =
            List.of(
                    ENTERPRISE_ADMIN,
                    ENTERPRISE_MEMBER,
                    ADMIN,
                    MEMBER,
                    new Role("role-org-deepwiki", "DeepWiki Only", "org"));
}

package dev.tallyport.domain.access;

import java.util.Arrays;
import java.util.Optional;

/// What a role may allow. Names are Devin's
/// (`docs.devin.ai/enterprise/security-access/custom-roles`), but for those that say they are
/// Tallyport's own. A permission counts only where it is granted on its own level: for the
/// enterprise, or for an organization or project.
public enum Permission {
    VIEW_ACCOUNT_CONSUMPTION(
            "ViewAccountConsumption", "See everybody's consumption", Level.ACCOUNT),
    VIEW_ACCOUNT_METRICS("ViewAccountMetrics", "See metrics of everybody", Level.ACCOUNT),
    VIEW_ACCOUNT_SESSIONS("ViewAccountSessions", "See everybody's sessions", Level.ACCOUNT),
    VIEW_ACCOUNT_MEMBERSHIP(
            "ViewAccountMembership", "See people, accounts, roles and who has them", Level.ACCOUNT),
    VIEW_PERSONAL_ANALYTICS(
            "ViewPersonalAnalytics",
            "See one's own consumption, where the flag expose-personal-analytics is on",
            Level.ACCOUNT),
    MANAGE_BILLING(
            "ManageBilling", "Manage rates and see consumption", Level.ACCOUNT, Level.ORGANIZATION),
    MANAGE_ACCOUNT_MEMBERSHIP(
            "ManageAccountMembership",
            "Manage accounts, people, roles and who has them",
            Level.ACCOUNT),
    MANAGE_ACCOUNT_SERVICE_USERS(
            "ManageAccountServiceUsers", "Manage service users and their keys", Level.ACCOUNT),
    MANAGE_ORGANIZATIONS(
            "ManageOrganizations", "See every organization and project", Level.ACCOUNT),
    MANAGE_ENTERPRISE_SETTINGS(
            "ManageEnterpriseSettings", "Set feature flags and read the audit log", Level.ACCOUNT),
    VIEW_ORG_CONSUMPTION(
            "ViewOrgConsumption", "See an organization's consumption", Level.ORGANIZATION),
    VIEW_ORG_METRICS("ViewOrgMetrics", "See metrics of an organization", Level.ORGANIZATION),
    VIEW_ORG_SESSIONS("ViewOrgSessions", "See an organization's sessions", Level.ORGANIZATION),
    /// Tallyport's own.
    VIEW_SOURCES("ViewSources", "See how sources stand", Level.ACCOUNT),
    /// Tallyport's own.
    MANAGE_SOURCES("ManageSources", "Manage sources and start syncs", Level.ACCOUNT),
    /// Tallyport's own.
    VIEW_AUDIT_LOG("ViewAuditLog", "Read the audit log", Level.ACCOUNT);

    /// Where a permission counts.
    enum Level {
        ACCOUNT,
        ORGANIZATION
    }

    private final String title;
    private final String description;
    private final boolean ofAccount;
    private final boolean ofOrganization;

    Permission(String title, String description, Level... levels) {
        this.title = title;
        this.description = description;
        this.ofAccount = Arrays.asList(levels).contains(Level.ACCOUNT);
        this.ofOrganization = Arrays.asList(levels).contains(Level.ORGANIZATION);
    }

    /// Its name as Devin and the API write it.
    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public boolean countsIn(Scope scope) {
        return switch (scope) {
            case Scope.Enterprise() -> ofAccount;
            case Scope.Organization _ -> ofOrganization;
        };
    }

    public static Optional<Permission> find(String title) {
        return Arrays.stream(values())
                .filter(permission -> permission.title.equals(title))
                .findFirst();
    }
}

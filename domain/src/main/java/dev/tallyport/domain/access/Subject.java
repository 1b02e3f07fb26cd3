package dev.tallyport.domain.access;

import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_MEMBERSHIP;
import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_SERVICE_USERS;
import static dev.tallyport.domain.access.Permission.MANAGE_BILLING;
import static dev.tallyport.domain.access.Permission.MANAGE_ENTERPRISE_SETTINGS;
import static dev.tallyport.domain.access.Permission.MANAGE_ORGANIZATIONS;
import static dev.tallyport.domain.access.Permission.MANAGE_SOURCES;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_CONSUMPTION;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_MEMBERSHIP;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_METRICS;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_SESSIONS;
import static dev.tallyport.domain.access.Permission.VIEW_AUDIT_LOG;
import static dev.tallyport.domain.access.Permission.VIEW_ORG_CONSUMPTION;
import static dev.tallyport.domain.access.Permission.VIEW_ORG_METRICS;
import static dev.tallyport.domain.access.Permission.VIEW_ORG_SESSIONS;
import static dev.tallyport.domain.access.Permission.VIEW_SOURCES;

import java.util.Set;

/// What is looked at. Whoever holds any of the permissions of a subject sees it where they hold it.
public enum Subject {
    CONSUMPTION,
    COSTS,
    METRICS,
    SESSIONS,
    /// Organizations and projects by name.
    ORGANIZATIONS,
    /// People, their accounts and links.
    PEOPLE,
    /// Roles, and who has them.
    ROLES,
    SERVICE_USERS,
    /// Feature flags.
    SETTINGS,
    AUDIT_LOG,
    /// Sources, how they stand, and what of theirs was not understood.
    SOURCES;

    Set<Permission> permissions() {
        return switch (this) {
            case CONSUMPTION, COSTS ->
                    Set.of(VIEW_ACCOUNT_CONSUMPTION, MANAGE_BILLING, VIEW_ORG_CONSUMPTION);
            case METRICS -> Set.of(VIEW_ACCOUNT_METRICS, VIEW_ORG_METRICS);
            case SESSIONS -> Set.of(VIEW_ACCOUNT_SESSIONS, VIEW_ORG_SESSIONS);
            case ORGANIZATIONS ->
                    Set.of(
                            MANAGE_ORGANIZATIONS,
                            MANAGE_ACCOUNT_MEMBERSHIP,
                            VIEW_ACCOUNT_MEMBERSHIP,
                            VIEW_ACCOUNT_CONSUMPTION,
                            VIEW_ACCOUNT_METRICS,
                            VIEW_ACCOUNT_SESSIONS,
                            MANAGE_BILLING,
                            MANAGE_ENTERPRISE_SETTINGS,
                            VIEW_ORG_CONSUMPTION,
                            VIEW_ORG_METRICS,
                            VIEW_ORG_SESSIONS);
            case PEOPLE, ROLES -> Set.of(VIEW_ACCOUNT_MEMBERSHIP, MANAGE_ACCOUNT_MEMBERSHIP);
            case SERVICE_USERS -> Set.of(MANAGE_ACCOUNT_SERVICE_USERS);
            case SETTINGS -> Set.of(MANAGE_ENTERPRISE_SETTINGS);
            case AUDIT_LOG -> Set.of(VIEW_AUDIT_LOG, MANAGE_ENTERPRISE_SETTINGS);
            case SOURCES -> Set.of(VIEW_SOURCES, MANAGE_SOURCES);
        };
    }

    /// Whether a part of it is somebody's own, to be seen through personal analytics.
    boolean isPersonal() {
        return switch (this) {
            case CONSUMPTION, COSTS, METRICS, SESSIONS -> true;
            case ORGANIZATIONS, PEOPLE, ROLES, SERVICE_USERS, SETTINGS, AUDIT_LOG, SOURCES -> false;
        };
    }
}

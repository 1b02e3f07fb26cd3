package dev.tallyport.application.audit;

import java.util.Arrays;
import java.util.Optional;

/// What can be done that is kept for good.
public enum Action {
    SIGNED_IN("session.started"),
    SIGN_IN_FAILED("session.refused"),
    SIGNED_OUT("session.ended"),
    ACCOUNT_CREATED("account.created"),
    ACCOUNT_CHANGED("account.changed"),
    ACCOUNT_REMOVED("account.removed"),
    PASSWORD_CHANGED("account.password-changed"),
    PASSWORD_RESET_OFFERED("account.password-reset-offered"),
    PERSON_CREATED("person.created"),
    PERSON_LINKED("person.linked"),
    PERSON_DETACHED("person.detached"),
    PERSON_MERGED("person.merged"),
    PERSON_SEPARATED("person.separated"),
    ROLE_CREATED("role.created"),
    ROLE_CHANGED("role.changed"),
    ROLE_REMOVED("role.removed"),
    ROLE_GIVEN("role.given"),
    ROLE_TAKEN("role.taken"),
    SERVICE_USER_CREATED("service-user.created"),
    SERVICE_USER_CHANGED("service-user.changed"),
    SERVICE_USER_REMOVED("service-user.removed"),
    KEY_ISSUED("key.issued"),
    KEY_ROTATED("key.rotated"),
    KEY_REVOKED("key.revoked"),
    FLAG_DEFINED("flag.defined"),
    FLAG_REMOVED("flag.removed"),
    FLAG_SET("flag.set"),
    FLAG_CLEARED("flag.cleared"),
    SOURCE_CREATED("source.created"),
    SOURCE_CHANGED("source.changed"),
    SOURCE_REMOVED("source.removed"),
    SOURCE_CHECKED("source.checked"),
    SYNC_STARTED("source.sync-started"),
    BACKFILL_STARTED("source.backfill-started"),
    REPLAY_STARTED("source.replay-started"),
    JOB_CANCELLED("source.job-cancelled"),
    RATE_ADDED("rate.added"),
    RATE_CORRECTED("rate.corrected"),
    RATE_ENDED("rate.ended"),
    PAST_REPRICED("rate.past-repriced"),
    VIEW_SAVED("view.saved"),
    VIEW_CHANGED("view.changed"),
    VIEW_REMOVED("view.removed"),
    USAGE_READ("usage.read"),
    ACTIVITIES_READ("activities.read"),
    LIMITS_READ("limits.read"),
    AUDIT_EXPORTED("audit.exported");

    private final String key;

    Action(String key) {
        this.key = key;
    }

    /// Its name in the log.
    public String key() {
        return key;
    }

    public static Optional<Action> find(String key) {
        return Arrays.stream(values()).filter(action -> action.key.equals(key)).findFirst();
    }
}

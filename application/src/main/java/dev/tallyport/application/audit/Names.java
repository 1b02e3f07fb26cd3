package dev.tallyport.application.audit;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;

/// How principals and scopes are written in the audit log, and read there by people.
public final class Names {

    private Names() {}

    /// Such as `person:7`.
    public static String of(Principal principal) {
        return switch (principal) {
            case Principal.Person(long id) -> "person:" + id;
            case Principal.ServiceUser(long id) -> "service-user:" + id;
            case Principal.Group(String name) -> "group:" + name;
            case Principal.BootstrapKey() -> "bootstrap-key";
            case Principal.Tallyport() -> "tallyport";
        };
    }

    /// Such as `enterprise`, or `acme/org-1`.
    public static String of(Scope scope) {
        return switch (scope) {
            case Scope.Enterprise() -> "enterprise";
            case Scope.Organization(var organization) ->
                    organization.source() + "/" + organization.id();
        };
    }
}

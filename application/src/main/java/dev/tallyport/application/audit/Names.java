package dev.tallyport.application.audit;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/// How things are written in the audit log, and read there by people.
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

    /// Such as `organization`.
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// Such as `acme, codemie`.
    public static String of(Collection<String> several) {
        return several.stream().sorted().collect(Collectors.joining(", "));
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

package dev.tallyport.adapter.rest;

import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.util.Optional;

/// Where something is to hold, as it was sent: in an organization or project, or, where none is
/// said, for the enterprise.
public final class GivenScope {

    public static final String SCOPE = "scope";
    public static final String SOURCE = "source";
    public static final String ORGANIZATION = "organization";

    private GivenScope() {}

    /// What is wrong is left with the body, and the scope is worth nothing then.
    public static Scope in(Body body) {
        return body.objectOrNull(SCOPE, SOURCE, ORGANIZATION)
                .flatMap(scope ->
                        organization(
                                scope.required(SOURCE, Kind.SOURCE),
                                scope.required(ORGANIZATION, Kind.VENDOR_ID)))
                .orElseGet(Scope.Enterprise::new);
    }

    /// What is wrong is left with the query, and the scope is worth nothing then.
    public static Scope in(Query query) {
        var source = query.one(SOURCE, Kind.SOURCE);
        var organization = query.one(ORGANIZATION, Kind.VENDOR_ID);
        if (query.has(SOURCE) != query.has(ORGANIZATION)) {
            query.reject(
                    query.has(SOURCE) ? ORGANIZATION : SOURCE,
                    "source and organization together, or neither for the enterprise",
                    "");
        }
        return organization(source, organization).orElseGet(Scope.Enterprise::new);
    }

    private static Optional<Scope> organization(
            Optional<SourceName> source, Optional<String> organization) {
        return source.flatMap(name ->
                organization.map(id -> new Scope.Organization(new VendorOrganization(name, id))));
    }
}

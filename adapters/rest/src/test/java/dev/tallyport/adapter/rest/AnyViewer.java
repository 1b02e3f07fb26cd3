package dev.tallyport.adapter.rest;

import dev.tallyport.domain.access.Account;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody who asks.
public final class AnyViewer {

    public static final VendorOrganization ORGANIZATION =
            new VendorOrganization(new SourceName("acme"), "org-1");

    public static final VendorUser USER = new VendorUser(new SourceName("acme"), "email|1");

    private AnyViewer() {}

    /// For the enterprise.
    public static Viewer who(Permission... permissions) {
        return with(
                Stream.of(permissions)
                        .map(permission -> new Grant(permission, new Scope.Enterprise()))
                        .collect(Collectors.toSet()));
    }

    public static Viewer with(Set<Grant> grants) {
        return new Viewer(
                new Account(
                        new Principal.Person(7),
                        "Ada Lovelace",
                        true,
                        Optional.empty(),
                        grants,
                        Set.of(USER),
                        Set.of(ORGANIZATION),
                        Set.of()),
                Flags.NONE,
                Instant.parse("2026-01-20T12:00:00Z"));
    }
}

package dev.tallyport.application.access;

import dev.tallyport.domain.access.Account;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.VendorUser;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// People who ask.
public final class Viewers {

    public static final Principal.Person MIA = new Principal.Person(99);

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

    private Viewers() {}

    /// Mia, who holds these for the enterprise.
    public static Viewer holding(Permission... permissions) {
        return holding(
                Arrays.stream(permissions)
                        .map(permission -> new Grant(permission, new Scope.Enterprise()))
                        .collect(Collectors.toSet()));
    }

    public static Viewer holding(Set<Grant> grants) {
        return mia(grants, Set.of());
    }

    /// Mia, whom the vendors know as these.
    public static Viewer linkedTo(VendorUser... users) {
        return mia(Set.of(), Set.of(users));
    }

    private static Viewer mia(Set<Grant> grants, Set<VendorUser> linkedTo) {
        return new Viewer(
                new Account(
                        MIA, "Mia", true, Optional.empty(), grants, linkedTo, Set.of(), Set.of()),
                Flags.NONE,
                NOW);
    }
}

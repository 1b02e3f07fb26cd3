package dev.tallyport.domain.access;

import dev.tallyport.domain.flag.Flag;
import dev.tallyport.domain.flag.FlagSettings;
import dev.tallyport.domain.flag.FlagState;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Accounts, grants and flags to try laws on: few organizations, users and hours, so that they
/// meet.
public final class AnyAccess {

    static final SourceName ACME = new SourceName("acme");
    static final SourceName BETA = new SourceName("beta");

    /// Two organizations of one source, and one of another source that has the id of the first.
    static final List<VendorOrganization> ORGANIZATIONS =
            List.of(
                    new VendorOrganization(ACME, "one"),
                    new VendorOrganization(ACME, "two"),
                    new VendorOrganization(BETA, "one"));

    /// Two users of one source, and one of another source that has the id of the first.
    static final List<VendorUser> USERS =
            List.of(
                    new VendorUser(ACME, "ann"),
                    new VendorUser(ACME, "bob"),
                    new VendorUser(BETA, "ann"));

    /// What lets somebody see their own, where the flag is on.
    static final Grant OWN_CONSUMPTION =
            new Grant(Permission.VIEW_PERSONAL_ANALYTICS, new Scope.Enterprise());

    private static final Instant FIRST = Instant.parse("2026-07-01T08:00:00Z");

    private AnyAccess() {}

    /// On the hour, six hours in all.
    public static Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(0, 5).map(hours -> FIRST.plusSeconds(3600L * hours));
    }

    public static Arbitrary<VendorOrganization> organizations() {
        return Arbitraries.of(ORGANIZATIONS);
    }

    /// With both bounds, one or none.
    public static Arbitrary<FlagState> flagStates() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        instants().optional(0.3),
                        Arbitraries.integers().between(1, 5).optional(0.3))
                .as(AnyAccess::flagState);
    }

    private static FlagState flagState(
            boolean on, Optional<Instant> from, Optional<Integer> hours) {
        return new FlagState(
                on, from, hours.map(some -> from.orElse(FIRST).plusSeconds(3600L * some)));
    }

    public static Arbitrary<FlagSettings> flagSettings() {
        return Combinators.combine(
                        flagStates().optional(0.7),
                        Arbitraries.maps(organizations(), flagStates()).ofMaxSize(3))
                .as(FlagSettings::new);
    }

    static Arbitrary<Flags> flags() {
        return flagSettings()
                .optional(0.9)
                .map(set ->
                        set.map(settings ->
                                        new Flags(Map.of(Flag.EXPOSE_PERSONAL_ANALYTICS, settings)))
                                .orElse(Flags.NONE));
    }

    static Arbitrary<Scope> scopes() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Scope.Enterprise()),
                organizations().map(Scope.Organization::new));
    }

    /// Also ones that do not count where they were given.
    static Arbitrary<Grant> grants() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        5,
                        Combinators.combine(Arbitraries.of(Permission.class), scopes())
                                .as(Grant::new)),
                Tuple.of(1, Arbitraries.just(OWN_CONSUMPTION)));
    }

    /// Mostly enabled, and with few grants: most see something, and few see everything.
    static Arbitrary<Account> accounts() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false)),
                        instants().optional(0.3),
                        grants().set().ofMaxSize(4),
                        Arbitraries.of(USERS).set(),
                        organizations().set(),
                        organizations().set())
                .as((enabled, expiresAt, grants, linkedTo, memberOf, ownWithin) ->
                        new Account(
                                new Principal.Person(7),
                                "Ann",
                                enabled,
                                expiresAt,
                                grants,
                                linkedTo,
                                memberOf,
                                ownWithin));
    }

    static Arbitrary<Viewer> viewers() {
        return Combinators.combine(accounts(), flags(), instants()).as(Viewer::new);
    }

    /// The same account with other grants.
    static Viewer withGrants(Viewer viewer, Set<Grant> grants) {
        var account = viewer.account();
        return new Viewer(
                new Account(
                        account.principal(),
                        account.name(),
                        account.enabled(),
                        account.expiresAt(),
                        grants,
                        account.linkedTo(),
                        account.memberOf(),
                        account.ownWithin()),
                viewer.flags(),
                viewer.now());
    }
}

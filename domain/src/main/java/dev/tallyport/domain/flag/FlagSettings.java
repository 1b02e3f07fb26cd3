package dev.tallyport.domain.flag;

import dev.tallyport.domain.source.VendorOrganization;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// How one flag was set everywhere. Where a state does not hold at the moment, the flag counts as
/// not set there.
public record FlagSettings(
        Optional<FlagState> enterprise, Map<VendorOrganization, FlagState> organizations) {

    /// Set nowhere: off.
    public static final FlagSettings NONE = new FlagSettings(Optional.empty(), Map.of());

    public FlagSettings {
        organizations = Map.copyOf(organizations);
    }

    /// On for the enterprise: a member is only without it when all of their organizations are.
    ///
    /// @param memberOf the organizations that somebody belongs to now
    public FlagDecision decide(Set<VendorOrganization> memberOf, Instant now) {
        var on = inForce(memberOf, true, now);
        if (!on.isEmpty()) {
            return new FlagDecision(true, new FlagDecision.Rule.Organization(on.first()));
        }
        var forAll = enterprise.filter(state -> state.holdsAt(now));
        if (forAll.isEmpty()) {
            return new FlagDecision(false, new FlagDecision.Rule.Unset());
        }
        if (!forAll.get().on()) {
            return new FlagDecision(false, new FlagDecision.Rule.Enterprise());
        }
        var off = inForce(memberOf, false, now);
        return !memberOf.isEmpty() && off.size() == memberOf.size()
                ? new FlagDecision(false, new FlagDecision.Rule.EveryOrganization())
                : new FlagDecision(true, new FlagDecision.Rule.Enterprise());
    }

    private SortedSet<VendorOrganization> inForce(
            Set<VendorOrganization> among, boolean on, Instant now) {
        var inForce = new TreeSet<VendorOrganization>();
        for (var organization : among) {
            var state = organizations.get(organization);
            if (state != null && state.holdsAt(now) && state.on() == on) {
                inForce.add(organization);
            }
        }
        return inForce;
    }
}

package dev.tallyport.domain.flag;

import dev.tallyport.domain.source.VendorOrganization;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// Every flag there is, as it was set.
public record Flags(Map<Flag, FlagSettings> settings) {

    /// None set up: all off.
    public static final Flags NONE = new Flags(Map.of());

    public Flags {
        settings = Map.copyOf(settings);
    }

    /// A flag that nobody set up is off.
    ///
    /// @param memberOf the organizations that somebody belongs to now
    public FlagDecision decide(Flag flag, Set<VendorOrganization> memberOf, Instant now) {
        var known = settings.get(flag);
        return known == null
                ? new FlagDecision(false, new FlagDecision.Rule.Unknown())
                : known.decide(memberOf, now);
    }
}

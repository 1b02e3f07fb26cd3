package dev.tallyport.domain.pricing;

import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Which usage a rate is for: all that states everything named here.
///
/// Of two scopes of the same usage the narrower one is that which names the product; where both or
/// neither do, the model; then the organization; then the source.
///
/// @param source empty for all sources
/// @param group may name an organization, a product and a model; an organization only together with
///   its source, since two sources may use one id for two organizations
public record RateScope(Optional<SourceName> source, Group group) {

    private static final Set<Dimension> KNOWN =
            EnumSet.of(Dimension.ORGANIZATION, Dimension.PRODUCT, Dimension.MODEL);

    public static final RateScope EVERYTHING = new RateScope(Optional.empty(), Group.unstated());

    /// The narrower one last.
    static final Comparator<RateScope> NARROWEST_LAST =
            Comparator.comparing((RateScope scope) -> scope.names(Dimension.PRODUCT))
                    .thenComparing(scope -> scope.names(Dimension.MODEL))
                    .thenComparing(scope -> scope.names(Dimension.ORGANIZATION))
                    .thenComparing(scope -> scope.source.isPresent());

    public RateScope {
        if (!group.onto(KNOWN).equals(group)) {
            throw new IllegalArgumentException(
                    "A rate is told apart by source, organization, product and model, not by "
                            + group);
        }
        if (group.value(Dimension.ORGANIZATION).isPresent() && source.isEmpty()) {
            throw new IllegalArgumentException(
                    "A rate of an organization names its source, but this one does not: " + group);
        }
    }

    /// Whether usage of a source is in it. What does not state a dimension named here is not.
    public boolean covers(SourceName source, Group usage) {
        return this.source.map(source::equals).orElse(true)
                && usage.onto(dimensions()).equals(group);
    }

    /// Those that are named.
    public Set<Dimension> dimensions() {
        return group.values().keySet();
    }

    private boolean names(Dimension dimension) {
        return group.value(dimension).isPresent();
    }
}

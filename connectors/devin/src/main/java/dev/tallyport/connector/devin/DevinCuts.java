package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Grain;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How one generation of the API divides consumption: the joint facts, which the vendor states in
/// margins only, and the margins themselves as its own totals.
///
/// @param joint by user, organization and, in v3, product
/// @param users totals of users that are less than what their organizations add up to; others are
///   not handed over, since they equal the sum of the joint facts by construction
/// @param organizations each organization's own day series
/// @param enterprise the enterprise's own day series
/// @param windows `total_acus` of the enterprise and of organizations, over the window that was
///   read
record DevinCuts(Cut joint, Cut users, Cut organizations, Cut enterprise, Cut windows) {

    static final DevinCuts V3 = of("", Set.of(Dimension.PRODUCT));
    static final DevinCuts V2 = of("-v2", Set.of());

    private static DevinCuts of(String suffix, Set<Dimension> always) {
        var joint = "daily" + suffix;
        return new DevinCuts(
                cut(joint, always, Set.of(Dimension.USER, Dimension.ORGANIZATION), null),
                cut(
                        "users" + suffix,
                        always,
                        Set.of(Dimension.USER),
                        new Cut.Total(joint, Set.of(Dimension.USER), false)),
                cut(
                        "organizations" + suffix,
                        always,
                        Set.of(Dimension.ORGANIZATION),
                        new Cut.Total(joint, Set.of(Dimension.ORGANIZATION), true)),
                cut("enterprise" + suffix, always, Set.of(), new Cut.Total(joint, Set.of(), true)),
                cut(
                                "windows" + suffix,
                                Set.of(),
                                Set.of(Dimension.ORGANIZATION),
                                new Cut.Total(joint, Set.of(), false))
                        .withGrain(Grain.EVENT));
    }

    private static Cut cut(
            String id, Set<Dimension> always, Set<Dimension> more, Cut.@Nullable Total total) {
        var dimensions = EnumSet.noneOf(Dimension.class);
        dimensions.addAll(always);
        dimensions.addAll(more);
        return new Cut(id, "acus", "ACU", dimensions, Optional.ofNullable(total));
    }

    Stream<Cut> all() {
        return List.of(joint, users, organizations, enterprise, windows).stream();
    }
}

package dev.tallyport.connector.spi;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who a connector is and what it can say.
///
/// @param id lower-case letters, digits and dashes; unique in one installation, never changed
/// @param name the vendor's name as people know it
/// @param settings what an operator fills in
/// @param eitherOf keys of optional settings of which exactly one set must be given, in full and
///   without any key of the others; empty where there is nothing to choose
/// @param cuts in the order in which they are tried for an answer; totals come after the cut that
///   they are the total of, the one with more dimensions first
/// @param capabilities what it can do beyond handing over usage
/// @param dayZone where the vendor's day begins; a fixed offset when it ignores daylight saving
/// @param lag how long after its end a day is stated at last; a source that is later than that is
///   late. Not negative.
/// @param settleHorizon how long after its end a day may still be restated; at least `lag`
/// @param tokenFigures how the vendor counts tokens
/// @param limits which observations are limits; each named once, and of a meter that a cut measures
public record ConnectorDescriptor(
        String id,
        String name,
        List<Setting> settings,
        List<Set<String>> eitherOf,
        List<Cut> cuts,
        Set<Capability> capabilities,
        ZoneId dayZone,
        Duration lag,
        Duration settleHorizon,
        TokenFigures tokenFigures,
        List<Limit> limits) {

    public ConnectorDescriptor {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "a connector id is lower-case letters, digits and dashes, found '" + id + "'");
        }
        if (lag.isNegative() || settleHorizon.compareTo(lag) < 0) {
            throw new IllegalArgumentException(
                    "expected 0 <= lag <= settle horizon, found a lag of %s and a horizon of %s"
                            .formatted(lag, settleHorizon));
        }
        settings = List.copyOf(settings);
        eitherOf = eitherOf.stream().map(Set::copyOf).toList();
        cuts = List.copyOf(cuts);
        capabilities = Set.copyOf(capabilities);
        limits = List.copyOf(limits);
        requireOptional(settings, eitherOf);
        requireOrder(cuts);
        requireMeasured(limits, cuts);
    }

    /// A connector that hands over usage alone and states a day as soon as it has ended.
    public ConnectorDescriptor(
            String id,
            String name,
            List<Setting> settings,
            List<Cut> cuts,
            ZoneId dayZone,
            Duration settleHorizon) {
        this(
                id,
                name,
                settings,
                List.of(),
                cuts,
                Set.of(),
                dayZone,
                Duration.ZERO,
                settleHorizon,
                TokenFigures.NONE,
                List.of());
    }

    private static void requireOptional(List<Setting> settings, List<Set<String>> eitherOf) {
        for (var keys : eitherOf) {
            for (var key : keys) {
                if (settings.stream()
                        .noneMatch(setting -> setting.key().equals(key) && !setting.required())) {
                    throw new IllegalArgumentException(
                            "'" + key + "' of a choice is no optional setting");
                }
            }
        }
    }

    private static void requireMeasured(List<Limit> limits, List<Cut> cuts) {
        var names = new HashSet<String>();
        for (var limit : limits) {
            if (!names.add(limit.name())) {
                throw new IllegalArgumentException("two limits are named '" + limit.name() + "'");
            }
            if (limit.against() instanceof Limit.Against.Usage(var meter, _)
                    && cuts.stream().noneMatch(cut -> cut.meter().equals(meter))) {
                throw new IllegalArgumentException(
                        "limit '%s' is of the meter '%s', which no cut measures"
                                .formatted(limit.name(), meter));
            }
        }
    }

    private static void requireOrder(List<Cut> cuts) {
        var units = new HashMap<String, Optional<String>>();
        for (var cut : cuts) {
            var whole = cut.total().map(Cut.Total::of);
            if (whole.isPresent() && !units.containsKey(whole.get())) {
                throw new IllegalArgumentException(
                        "cut '%s' is the total of '%s', which is not declared before it"
                                .formatted(cut.id(), whole.get()));
            }
            if (whole.isPresent()
                    && (cut.unit().isEmpty() || !cut.unit().equals(units.get(whole.get())))) {
                throw new IllegalArgumentException(
                        "cut '%s' is the total of '%s', so that both must have the same unit"
                                .formatted(cut.id(), whole.get()));
            }
            if (units.put(cut.id(), cut.unit()) != null) {
                throw new IllegalArgumentException("two cuts are named '" + cut.id() + "'");
            }
        }
    }

    public ConnectorDescriptor withEitherOf(List<Set<String>> eitherOf) {
        return with(eitherOf, capabilities, lag, tokenFigures, limits);
    }

    public ConnectorDescriptor withCapabilities(Set<Capability> capabilities) {
        return with(eitherOf, capabilities, lag, tokenFigures, limits);
    }

    public ConnectorDescriptor withLag(Duration lag) {
        return with(eitherOf, capabilities, lag, tokenFigures, limits);
    }

    public ConnectorDescriptor withTokenFigures(TokenFigures tokenFigures) {
        return with(eitherOf, capabilities, lag, tokenFigures, limits);
    }

    public ConnectorDescriptor withLimits(List<Limit> limits) {
        return with(eitherOf, capabilities, lag, tokenFigures, limits);
    }

    private ConnectorDescriptor with(
            List<Set<String>> eitherOf,
            Set<Capability> capabilities,
            Duration lag,
            TokenFigures tokenFigures,
            List<Limit> limits) {
        return new ConnectorDescriptor(
                id,
                name,
                settings,
                eitherOf,
                cuts,
                capabilities,
                dayZone,
                lag,
                settleHorizon,
                tokenFigures,
                limits);
    }

    /// The totals of a cut, in their order.
    public List<Cut> totalsOf(String cut) {
        return cuts.stream()
                .filter(total -> total.total().filter(whole -> whole.of().equals(cut)).isPresent())
                .toList();
    }

    /// @throws IllegalArgumentException when the descriptor declares no such cut
    public Cut cut(String id) {
        return cuts.stream()
                .filter(cut -> cut.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "connector '%s' declares no cut '%s'".formatted(this.id, id)));
    }
}

package dev.tallyport.connector.spi;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;

/// Who a connector is and what it can say.
///
/// @param id lower-case letters, digits and dashes; unique in one installation, never changed
/// @param name the vendor's name as people know it
/// @param settings what an operator fills in
/// @param cuts in the order in which they are tried for an answer; totals come after the cut that
///   they are the total of, the one with more dimensions first
/// @param dayZone where the vendor's day begins; a fixed offset when it ignores daylight saving
/// @param settleHorizon how long after its end a day may still be restated; not negative
public record ConnectorDescriptor(
        String id,
        String name,
        List<Setting> settings,
        List<Cut> cuts,
        ZoneId dayZone,
        Duration settleHorizon) {

    public ConnectorDescriptor {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "a connector id is lower-case letters, digits and dashes, found '" + id + "'");
        }
        if (settleHorizon.isNegative()) {
            throw new IllegalArgumentException("the settle horizon is negative: " + settleHorizon);
        }
        settings = List.copyOf(settings);
        cuts = List.copyOf(cuts);
        var earlier = new HashSet<String>();
        for (var cut : cuts) {
            var whole = cut.total().map(Cut.Total::of);
            if (whole.isPresent() && !earlier.contains(whole.get())) {
                throw new IllegalArgumentException(
                        "cut '%s' is the total of '%s', which is not declared before it"
                                .formatted(cut.id(), whole.get()));
            }
            if (!earlier.add(cut.id())) {
                throw new IllegalArgumentException("two cuts are named '" + cut.id() + "'");
            }
        }
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

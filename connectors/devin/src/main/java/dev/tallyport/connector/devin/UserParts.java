package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Reject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What one user consumed, divided by organization as far as that was read.
final class UserParts {

    private final DirectoryEntry user;
    private final Series own;
    private final Map<String, Series> parts = new TreeMap<>();

    UserParts(DirectoryEntry user, Series own) {
        this.user = user;
        this.own = own;
    }

    DirectoryEntry user() {
        return user;
    }

    void addPart(String organization, Series part) {
        parts.put(organization, part);
    }

    boolean isReadIn(String organization) {
        return parts.containsKey(organization);
    }

    Map<String, Series> parts() {
        return parts;
    }

    Series own() {
        return own;
    }

    /// What the user's own figures have beyond its parts; below zero where the parts have more.
    Map<Cell, BigDecimal> remainder() {
        var remainder = own.figures();
        for (var part : parts.values()) {
            remainder = Series.minus(remainder, part.figures());
        }
        return remainder;
    }

    /// Days of which something could not be understood.
    Set<LocalDate> broken() {
        var broken = new HashSet<>(own.broken());
        parts.values().forEach(part -> broken.addAll(part.broken()));
        return broken;
    }

    List<Reject> rejects() {
        var rejects = new ArrayList<>(own.rejects());
        parts.values().forEach(part -> rejects.addAll(part.rejects()));
        return rejects;
    }

    /// Takes these parts out of what the organizations have beyond known users.
    void takeFrom(Map<String, Map<Cell, BigDecimal>> excess) {
        parts.forEach((organization, part) ->
                excess.computeIfPresent(
                        organization, (_, beyond) -> Series.minus(beyond, part.figures())));
    }

    /// Whether some of the remainder may be usage in an organization that was not read. Where the
    /// vendor names the organizations of a series, all of them were.
    boolean mayBelongTo(Map<String, Series> organizations) {
        if (own.organizations().isPresent()) {
            return false;
        }
        var remainder = remainder();
        return organizations.entrySet().stream()
                .anyMatch(one ->
                        !isReadIn(one.getKey())
                                && Series.overlap(remainder, one.getValue().figures()));
    }
}

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
import java.util.TreeSet;

/// What one user consumed, divided by organization as far as that was read.
final class UserParts {

    private final DirectoryEntry user;
    private final Series own;
    private final Map<String, Series> parts = new TreeMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private final Set<Cell> withheld = new HashSet<>();

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

    /// The vendor does not know this user in that organization.
    void addUnknown(String organization) {
        unknown.add(organization);
    }

    boolean isUnknownSomewhere() {
        return !unknown.isEmpty();
    }

    boolean isReadIn(String organization) {
        return parts.containsKey(organization) || unknown.contains(organization);
    }

    /// Takes out of the remainder what may be counted in an organization in which the vendor does
    /// not know the user: left in, it would be counted there as usage of nobody known as well.
    void withhold(Map<String, Map<Cell, BigDecimal>> excess) {
        var remainder = remainder();
        for (var organization : unknown) {
            var beyond = excess.getOrDefault(organization, Map.of());
            remainder.forEach((cell, acus) -> {
                if (acus.signum() > 0 && beyond.getOrDefault(cell, BigDecimal.ZERO).signum() > 0) {
                    withheld.add(cell);
                }
            });
        }
    }

    /// Figures of the remainder that are left to be nobody's.
    Set<Cell> withheld() {
        return withheld;
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
        if (!withheld.isEmpty()) {
            rejects.add(
                    new Reject(
                            own.request(),
                            "$.consumption_by_date",
                            "expected the vendor to know this user in "
                                    + String.join(", ", unknown)
                                    + " too; usage that may be counted there is held as nobody's"));
        }
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

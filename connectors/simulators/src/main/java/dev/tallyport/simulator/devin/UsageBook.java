package dev.tallyport.simulator.devin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The joint truth, and every series that follows from it. Not safe for threads.
final class UsageBook {

    /// Whose usage it is; null is nobody known, or no organization.
    private record Owner(@Nullable String user, @Nullable String organization) {}

    private final Map<Owner, NavigableMap<LocalDate, DayUsage>> truth = new HashMap<>();
    private final Map<Scope, NavigableMap<LocalDate, DayUsage>> sums = new HashMap<>();

    void add(LocalDate day, @Nullable String user, @Nullable String organization, DayUsage change) {
        if (change.isNone()) {
            return;
        }
        add(
                truth.computeIfAbsent(new Owner(user, organization), _ -> new TreeMap<>()),
                day,
                change);
        add(sum(Scope.ENTERPRISE), day, change);
        if (user != null) {
            add(sum(Scope.ofUser(user)), day, change);
        }
        if (organization != null) {
            add(sum(Scope.ofOrganization(organization)), day, change);
        }
    }

    void set(UsageKey key, BigDecimal quantity) {
        var days = truth.getOrDefault(new Owner(key.user(), key.organization()), new TreeMap<>());
        var before = days.getOrDefault(key.day(), DayUsage.NONE).of(key.product());
        var change = DayUsage.of(key.product(), quantity.subtract(before));
        add(key.day(), key.user(), key.organization(), change);
    }

    NavigableMap<LocalDate, DayUsage> series(Scope scope, Days days) {
        var all =
                scope.user() != null && scope.organization() != null
                        ? truth.get(new Owner(scope.user(), scope.organization()))
                        : sums.get(scope);
        return all == null
                ? new TreeMap<>()
                : new TreeMap<>(all.subMap(days.from(), true, days.until(), false));
    }

    Map<UsageKey, BigDecimal> truth(Days days) {
        var found = new HashMap<UsageKey, BigDecimal>();
        truth.forEach((owner, all) ->
                all.subMap(days.from(), days.until())
                        .forEach((day, usage) -> addTo(found, day, owner, usage)));
        return found;
    }

    private static void addTo(
            Map<UsageKey, BigDecimal> found, LocalDate day, Owner owner, DayUsage usage) {
        for (var product : DayUsage.PRODUCTS) {
            var quantity = usage.of(product);
            if (quantity.signum() != 0) {
                found.put(
                        new UsageKey(day, owner.user, owner.organization, product),
                        quantity.stripTrailingZeros());
            }
        }
    }

    private NavigableMap<LocalDate, DayUsage> sum(Scope scope) {
        return sums.computeIfAbsent(scope, _ -> new TreeMap<>());
    }

    private static void add(Map<LocalDate, DayUsage> days, LocalDate day, DayUsage change) {
        var usage = days.getOrDefault(day, DayUsage.NONE).plus(change);
        if (usage.isNone()) {
            days.remove(day);
        } else {
            days.put(day, usage);
        }
    }
}

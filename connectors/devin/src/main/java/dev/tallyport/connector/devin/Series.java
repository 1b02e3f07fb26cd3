package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.Reject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// ACUs day by day, as one answer of the vendor states them.
///
/// @param request what was asked
/// @param total `total_acus`, unless it could not be understood
/// @param figures exact, without zeros
/// @param broken days of which something could not be understood; they have no figures here
/// @param rejects what could not be understood
/// @param organizations the organizations that have a part in it, where the answer names them
/// @param users likewise
record Series(
        String request,
        Optional<BigDecimal> total,
        Map<Cell, BigDecimal> figures,
        Set<LocalDate> broken,
        List<Reject> rejects,
        Optional<Set<String>> organizations,
        Set<String> users) {

    /// The figures of one day.
    Map<String, BigDecimal> on(LocalDate day) {
        var products = new TreeMap<String, BigDecimal>();
        figures.forEach((cell, acus) -> {
            if (cell.day().equals(day)) {
                products.put(cell.product(), acus);
            }
        });
        return products;
    }

    /// Whether some of this could be part of the other.
    static boolean overlap(Map<Cell, BigDecimal> one, Map<Cell, BigDecimal> other) {
        return one.entrySet().stream()
                .anyMatch(figure ->
                        figure.getValue().signum() > 0
                                && other.getOrDefault(figure.getKey(), BigDecimal.ZERO).signum()
                                        > 0);
    }

    /// What is left of some figures when others are taken away, without zeros.
    static Map<Cell, BigDecimal> minus(Map<Cell, BigDecimal> from, Map<Cell, BigDecimal> taken) {
        var rest = new HashMap<>(from);
        taken.forEach((cell, acus) -> rest.merge(cell, acus.negate(), BigDecimal::add));
        rest.values().removeIf(acus -> acus.signum() == 0);
        return rest;
    }
}

package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What the vendor says is true of one day.
///
/// @param cut the id of the cut
/// @param day as the vendor labels it
/// @param dimensions those that this is told apart by; facts of the cut are added up to these
/// @param unit where the cut leaves it to its facts
public record Figure(
        String cut,
        LocalDate day,
        Map<Dimension, String> dimensions,
        Optional<String> unit,
        BigDecimal quantity) {

    public Figure {
        dimensions = Map.copyOf(dimensions);
        quantity = quantity.stripTrailingZeros();
    }

    /// In the cut's unit.
    public Figure(
            String cut, LocalDate day, Map<Dimension, String> dimensions, BigDecimal quantity) {
        this(cut, day, dimensions, Optional.empty(), quantity);
    }

    Place place() {
        return new Place(cut, day, dimensions, unit);
    }

    /// A figure without its quantity.
    record Place(
            String cut, LocalDate day, Map<Dimension, String> dimensions, Optional<String> unit) {

        @Override
        public String toString() {
            return cut + " " + day + " " + dimensions + unit.map(one -> " " + one).orElse("");
        }
    }
}

package dev.tallyport.adapter.rest.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;

/// What one cell says.
public sealed interface Value {

    record Text(String text) implements Value {}

    record Day(LocalDate day) implements Value {}

    record Moment(Instant instant) implements Value {}

    record Decimal(BigDecimal number) implements Value {}

    record Whole(long number) implements Value {}

    record Truth(boolean holds) implements Value {}

    /// Several texts, each under its name.
    record Members(SortedMap<String, String> members) implements Value {}
}

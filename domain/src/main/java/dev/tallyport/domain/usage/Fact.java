package dev.tallyport.domain.usage;

import java.time.Instant;
import java.time.LocalDate;

/// One measured quantity as a vendor stated it. Its versions share cut and key; a fact that is
/// stated of somebody else is another fact.
///
/// @param day the vendor's own day that it begins on
/// @param start inclusive
/// @param end exclusive, after `start`
/// @param group the dimensions that it knows
public record Fact(
        String cut,
        String key,
        LocalDate day,
        Instant start,
        Instant end,
        Group group,
        Quantity quantity) {}

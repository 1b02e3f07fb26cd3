package dev.tallyport.domain.usage;

import java.time.LocalDate;

/// How much of one meter a group used on one day of its vendor.
public record DailyUsage(LocalDate day, Group group, Quantity quantity) {}

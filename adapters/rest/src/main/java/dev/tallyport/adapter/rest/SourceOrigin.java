package dev.tallyport.adapter.rest;

import dev.tallyport.domain.calendar.BillingCalendar;

/// What is behind a source.
///
/// @param vendor as people know it
/// @param calendar how it cuts days and cycles
record SourceOrigin(String vendor, BillingCalendar calendar) {}

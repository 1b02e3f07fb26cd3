package dev.tallyport.adapter.rest;

import dev.tallyport.domain.calendar.DateRange;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Days in a row.
@Schema(name = "DateRange", description = "Days in a row, by their labels")
record RangeView(
        @Schema(examples = "2026-01-16") LocalDate from,
        @Schema(description = "The first day no longer in it", examples = "2026-02-16")
                LocalDate to) {

    static RangeView of(DateRange days) {
        return new RangeView(days.start(), days.end());
    }
}

package dev.tallyport.adapter.devinapi;

import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.BillingCycle;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A billing cycle, the end not part of it.
record ConsumptionCycle(
        @Schema(required = true, examples = "2025-12-16T08:00:00Z") Instant start,
        @Schema(required = true, examples = "2026-01-16T08:00:00Z") Instant end) {

    static ConsumptionCycle of(BillingCycle cycle, BillingCalendar calendar) {
        return new ConsumptionCycle(calendar.startOf(cycle.start()), calendar.startOf(cycle.end()));
    }
}

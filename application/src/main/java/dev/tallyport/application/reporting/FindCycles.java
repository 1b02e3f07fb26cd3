package dev.tallyport.application.reporting;

import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.BillingCycle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Finds the billing cycles of a vendor, in its primary source: the one that was registered first
/// of those whose cycles were read.
@ApplicationScoped
public class FindCycles {

    /// @param records the vendor's own, oldest first; empty until they were read once
    /// @param current the one under way
    public record Cycles(
            BillingCalendar calendar, List<BillingCycle> records, BillingCycle current) {

        /// The vendor's cycles from the first to the one under way, extrapolated where it was not
        /// read yet; none until any was read.
        public List<BillingCycle> throughCurrent() {
            var cycles = new ArrayList<BillingCycle>();
            for (var record : records) {
                if (!record.start().isAfter(current.start())) {
                    cycles.add(record);
                }
            }
            while (!cycles.isEmpty() && cycles.getLast().start().isBefore(current.start())) {
                cycles.add(calendar.next(cycles.getLast()));
            }
            return cycles;
        }

        /// Where a stretch begins of which only the end is said: with the current cycle, or with
        /// the cycle it ends in when that is an earlier one.
        public LocalDate startBefore(LocalDate end) {
            return end.isAfter(current.start())
                    ? current.start()
                    : calendar.cycleContaining(end.minusDays(1)).start();
        }

        /// As for days.
        public Instant startBefore(Instant end) {
            var start = calendar.startOf(current.start());
            return end.isAfter(start)
                    ? start
                    : calendar.startOf(calendar.cycleContaining(end.minusNanos(1)).start());
        }
    }

    private final Sources sources;
    private final Connectors connectors;
    private final InstantSource clock;

    FindCycles(Sources sources, Connectors connectors, InstantSource clock) {
        this.sources = sources;
        this.connectors = connectors;
        this.clock = clock;
    }

    /// Before any source of the connector was registered, a cycle is a calendar month.
    public Cycles of(String connector) {
        var zone = connectors.find(connector).orElseThrow().descriptor().dayZone();
        var records =
                sources.all().stream()
                        .filter(source -> source.connector().equals(connector))
                        .map(source -> sources.cycles(source.id()))
                        .filter(cycles -> !cycles.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        var calendar = BillingCalendar.of(zone, records);
        return new Cycles(calendar, records, calendar.cycleContaining(clock.instant()));
    }
}

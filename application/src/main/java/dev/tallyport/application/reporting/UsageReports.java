package dev.tallyport.application.reporting;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// Reads sums out of the ledger. One call sees one moment: what is written meanwhile is in all of
/// what it returns, or in none.
public interface UsageReports {

    /// What is asked of one source.
    ///
    /// @param rows the only ones that count
    record Selection(SourceId source, String cut, DateRange days, Rows rows) {}

    /// @param tables in the order of the groupings
    /// @param settled whether the day was read whole after it had settled; days never read whole
    ///   are missing
    record Report(
            Selection selection, List<List<Sum>> tables, SortedMap<LocalDate, Boolean> settled) {}

    /// Quantities of two units have a row each.
    record Sum(Optional<LocalDate> day, Group group, Quantity quantity) {}

    /// @param asKnownOn the versions that were current then; empty for now
    List<Report> read(
            List<Selection> selections,
            List<Grouping> groupings,
            Filter filter,
            Optional<Instant> asKnownOn);

    /// The cuts of which a source ever handed over anything or read a day whole.
    Set<String> cuts(SourceId source);

    /// Whether the source ever named this user or service user.
    boolean isKnownUser(SourceId source, String user);

    /// Whether the source lists this user in one of the organizations, or has usage of theirs that
    /// is tied to one.
    boolean isUserOf(SourceId source, String user, Set<String> organizations);
}

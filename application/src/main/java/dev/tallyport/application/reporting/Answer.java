package dev.tallyport.application.reporting;

import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Settledness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The answer to a question.
///
/// @param tables one for each grouping asked for, in its order
/// @param totals over everything asked for, one per unit, zero where nothing was used; empty when
///   no source says
/// @param sources how far each source that was asked can be relied on
public record Answer(List<Table> tables, List<Quantity> totals, List<Standing> sources) {

    /// @param rows ordered by day and group; a group that has no usage has no row, and one whose
    ///   usage is of several units has a row for each
    public record Table(Grouping grouping, List<Row> rows) {}

    /// @param day empty when days are not told apart
    /// @param group a dimension without a value is usage that states none: nobody known, or tied to
    ///   no organization
    public record Row(Optional<LocalDate> day, Group group, Quantity quantity) {}

    /// How a source took part in the answer.
    ///
    /// @param cut the cut that answered; empty when this source does not say
    /// @param days the days asked for, in its own calendar
    /// @param readAt when the last sync began that read everything it should
    /// @param stretches the days asked for in order, each in one stretch, with how far they can be
    ///   relied on
    public record Standing(
            SourceName source,
            Optional<String> cut,
            DateRange days,
            Optional<Instant> readAt,
            List<Stretch> stretches) {}

    /// Days in a row that can be relied on alike.
    public record Stretch(DateRange days, Settledness settledness) {}
}

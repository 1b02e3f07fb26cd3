package dev.tallyport.application.reporting;

import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Settledness;
import dev.tallyport.domain.usage.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The answer to a question.
///
/// @param tables one for each grouping asked for, in its order
/// @param totals over everything asked for, whatever rows are shown: one per measure and unit, zero
///   where nothing was used; empty when no source says
/// @param sources how far each source that was asked can be relied on, once per meter it measures
/// @param dataVersion the newest version of the ledger that is in it; 0 for none. Figures that
///   differ are of different versions, of the ledger or of whom users are held to be.
/// @param before the same of the stretch that it is compared with
public record Answer(
        List<Table> tables,
        List<Total> totals,
        List<Standing> sources,
        long dataVersion,
        Optional<Answer> before) {

    /// What is added up; two measures never are, nor are two units of one.
    ///
    /// @param money what an amount says, when it is money
    public record Measure(String meter, Optional<MoneyKind> money) {}

    /// @param rows ordered by slot, and within a slot as was asked; a group that has no usage has
    ///   no row, and one whose usage is of several measures or units has a row for each
    public record Table(Grouping grouping, List<Row> rows) {}

    /// @param slot empty when nothing is told apart in time
    /// @param group a dimension without a value is usage that states none: nobody known, or tied to
    ///   no organization. Where persons are told apart, a user who is nobody's has the user and the
    ///   source instead.
    /// @param others of how many further groups it is the sum; empty for a group of its own
    public record Row(
            Optional<Slot> slot,
            Group group,
            Optional<Integer> others,
            Measure measure,
            Quantity quantity) {}

    public record Total(Measure measure, Quantity quantity) {}

    /// Why a source that measures a meter does not say.
    public enum Silence {
        /// Nothing of it was ever read.
        UNREAD,
        /// It does not tell apart what is asked for, or may be seen, as such.
        UNDIVIDED,
        /// It states days, and less than a day is asked for.
        ONLY_DAYS
    }

    /// How a source took part in the answer.
    ///
    /// @param cut the cut that answered; empty when this source does not say
    /// @param silence why it does not
    /// @param days the days asked for, in its own calendar
    /// @param version the newest version of what the source stated that is in the answer; 0 for
    ///   none
    /// @param readAt when the last sync began that read everything it should
    /// @param stretches the days asked for in order, each in one stretch, with how far they can be
    ///   relied on
    public record Standing(
            SourceName source,
            String meter,
            Optional<String> cut,
            Optional<Silence> silence,
            DateRange days,
            long version,
            Optional<Instant> readAt,
            List<Stretch> stretches) {}

    /// Days in a row that can be relied on alike.
    public record Stretch(DateRange days, Settledness settledness) {}
}

package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import dev.tallyport.domain.usage.Group;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// Where usage is kept, version upon version. Every method takes part in the current transaction;
/// one writer per source at a time, by its lease.
public interface UsageLedger {

    /// Who says so: the vendor, or the rule that gives to nobody known what a total has beyond its
    /// parts.
    enum Origin {
        STATED,
        RESIDUAL
    }

    /// What a merge changed. All zero means that nothing was written.
    record Changes(long added, long revised, long retracted) {

        public static final Changes NONE = new Changes(0, 0, 0);

        public Changes plus(Changes other) {
            return new Changes(
                    added + other.added, revised + other.revised, retracted + other.retracted);
        }

        public long total() {
            return added + revised + retracted;
        }
    }

    /// A total as the vendor declares it now.
    record Declared(DateRange days, Group group, BigDecimal quantity) {}

    /// A declared total beside what its parts came to when those days were last read whole.
    record Comparison(DateRange days, Group group, BigDecimal declared, BigDecimal parts) {}

    /// Records facts that are new or differ from the current version of their key as new versions,
    /// and retracts the current facts of the same origin that the coverage names and that neither
    /// `facts` nor the merges that this one continues hold. Roll-ups follow.
    ///
    /// @param continued whether the next merge of this source continues this one
    Changes merge(
            SourceId source,
            Origin origin,
            Instant recordedAt,
            List<Fact> facts,
            List<Coverage> coverage,
            boolean continued);

    /// Forgets what earlier merges left to be continued, such as those of a read that was killed.
    void beginAnew(SourceId source);

    /// Keeps sums of these cuts by the quarter of an hour of UTC in which a fact starts as well, of
    /// all that is current of them; once told, for good.
    void keepBySlot(SourceId source, Set<String> cuts);

    /// The current facts of a cut whose day is in `days`; each speaks of whole days.
    List<Declared> declared(SourceId source, String cut, DateRange days);

    /// Sums of the stated facts of a cut, per day, by some of its dimensions.
    Map<LocalDate, Map<Group, BigDecimal>> parts(
            SourceId source, String cut, DateRange days, Set<Dimension> by);

    /// Marks days of a cut as read whole; a settled day stays settled.
    void markRead(
            SourceId source,
            String cut,
            DateRange days,
            Set<LocalDate> settled,
            Instant recordedAt);

    /// The days in the range that were read whole at least once, with whether that was after they
    /// had settled.
    SortedMap<LocalDate, Boolean> readDays(SourceId source, String cut, DateRange days);

    /// Which days of a cut were read whole.
    ///
    /// @param days how many they are
    /// @param firstProvisional the first that was not read since it settled
    record Stretch(
            LocalDate first, LocalDate last, long days, Optional<LocalDate> firstProvisional) {}

    /// Empty when none ever was.
    Optional<Stretch> stretch(SourceId source, String cut);

    /// Replaces the comparisons of a total that begin in the range.
    void compare(SourceId source, String cut, DateRange days, List<Comparison> comparisons);

    /// The comparisons of a total that begin in the range.
    List<Comparison> comparisons(SourceId source, String cut, DateRange days);
}

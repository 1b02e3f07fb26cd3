package dev.tallyport.application.reporting;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads sums out of the ledger.
public interface UsageReports {

    /// What is added up of one cut of one source.
    ///
    /// @param window days by their labels; instants only where the cut is finer than a day
    /// @param rows the only ones that count
    /// @param filter of what facts state
    record Selection(SourceId source, String cut, Window window, Rows rows, Filter filter) {

        Selection within(Window window) {
            return new Selection(source, cut, window, rows, filter);
        }
    }

    /// What is told apart in time. Slots begin where they are mapped from, each ends where the next
    /// one begins, and the first begins with the window or before it.
    sealed interface Times {

        record Whole() implements Times {}

        /// Every day by its label, in a window of days.
        record EachDay() implements Times {}

        /// In a window of days.
        record OfDays(SortedMap<LocalDate, Slot.Days> slots) implements Times {

            public OfDays {
                slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
            }
        }

        /// In a window of instants.
        record OfInstants(SortedMap<Instant, Slot> slots) implements Times {

            public OfInstants {
                slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
            }
        }
    }

    /// How a selection is divided.
    ///
    /// @param dimensions of what facts state
    record Division(Times times, Set<Dimension> dimensions) {

        public static final Division WHOLE = new Division(new Times.Whole(), Set.of());

        public Division {
            dimensions = Set.copyOf(dimensions);
        }
    }

    /// Quantities of two units have a sum each.
    record Sum(Optional<Slot> slot, Group group, Quantity quantity) {}

    /// What the ledger holds at one moment.
    interface Held {

        /// @throws TooLargeException when there are more than can be held in memory
        List<Sum> sums(Selection selection, Division division);

        /// Whether the day was read whole after it had settled; days never read whole are missing.
        SortedMap<LocalDate, Boolean> settled(SourceId source, String cut, DateRange days);

        /// The newest version of what the source stated; 0 for none.
        long version(SourceId source);
    }

    /// All that is read in one call is of one moment: what is written meanwhile is in all of it, or
    /// in none.
    ///
    /// @param asKnownOn the versions that were current then; empty for now
    <T> T read(Optional<Instant> asKnownOn, Function<Held, T> work);

    /// The same for work that hands over what it reads as it goes: it takes as long as its taker
    /// needs, up to what a transaction may last, and each sum by itself no longer than a whole read
    /// may take.
    <T> T readAtLength(Optional<Instant> asKnownOn, Function<Held, T> work);

    /// When days were read whole.
    ///
    /// @param first when the first of them was read first
    /// @param last when one was last read first, or read as settled
    record Fetched(Instant first, Instant last) {}

    /// Empty when none of the days was ever read whole.
    Optional<Fetched> fetched(SourceId source, String cut, DateRange days);

    /// When a version of what a source stated was recorded; empty for one that is not its own.
    Optional<Instant> recordedAt(SourceId source, long version);

    /// The cuts of which a source ever handed over anything or read a day whole.
    Set<String> cuts(SourceId source);

    /// Whether the source ever named this user or service user.
    boolean isKnownUser(SourceId source, String user);

    /// Whether the source lists this user in one of the organizations, or has usage of theirs that
    /// is tied to one.
    boolean isUserOf(SourceId source, String user, Set<String> organizations);
}

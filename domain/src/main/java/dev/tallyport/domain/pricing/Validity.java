package dev.tallyport.domain.pricing;

import dev.tallyport.domain.calendar.DateRange;
import java.time.LocalDate;
import java.util.Optional;

/// Days by their own labels, without a first or a last one where none is said.
///
/// @param from the first day; empty when it always held
/// @param until the first day no longer, after `from`; empty when it holds on
public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {

    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    public Validity {
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException(
                    "A first day must come before the first day no longer, but %s does not come before %s."
                            .formatted(from.get(), until.get()));
        }
    }

    public static Validity from(LocalDate day) {
        return new Validity(Optional.of(day), Optional.empty());
    }

    public static Validity between(LocalDate from, LocalDate until) {
        return new Validity(Optional.of(from), Optional.of(until));
    }

    public boolean contains(LocalDate day) {
        return startsBy(day) && until.map(day::isBefore).orElse(true);
    }

    public boolean overlaps(Validity other) {
        return startsBefore(other.until) && other.startsBefore(until);
    }

    /// The days of `range` in it; empty when there are none.
    public Optional<DateRange> within(DateRange range) {
        var start = from.filter(range.start()::isBefore).orElse(range.start());
        var end = until.filter(range.end()::isAfter).orElse(range.end());
        return start.isBefore(end) ? Optional.of(DateRange.of(start, end)) : Optional.empty();
    }

    private boolean startsBy(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true);
    }

    private boolean startsBefore(Optional<LocalDate> end) {
        return from.flatMap(first -> end.map(first::isBefore)).orElse(true);
    }

    /// Such as `2026-07-01 until 2026-08-01`.
    @Override
    public String toString() {
        return "%s until %s"
                .formatted(
                        from.map(LocalDate::toString).orElse("ever"),
                        until.map(LocalDate::toString).orElse("further notice"));
    }
}

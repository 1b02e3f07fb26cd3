package dev.tallyport.adapter.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a stretch of time begins or ends: on a day by its label, or at an instant. Of the years 1
/// to 9999.
sealed interface Moment {

    record OfDay(LocalDate day) implements Moment {}

    record OfInstant(Instant instant) implements Moment {}

    Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /// An offset's `+` that was not encoded arrives as a blank.
    Pattern DECODED_PLUS = Pattern.compile(" (?=\\d{2}(:?\\d{2})?$)");

    /// @param zone of a date-time that is written without an offset
    static Optional<Moment> parse(String text, Optional<ZoneId> zone) {
        return day(text)
                .<Moment>map(OfDay::new)
                .or(() -> instant(text).map(OfInstant::new))
                .or(() -> zone.flatMap(one -> local(text, one)).map(OfInstant::new));
    }

    private static Optional<Instant> local(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text))
                    .filter(local -> isInRange(local.getYear()))
                    .map(local -> local.atZone(zone).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> isInRange(day.getYear()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<Instant> instant(String text) {
        try {
            var withPlus = DECODED_PLUS.matcher(text).replaceFirst("+");
            return Optional.of(OffsetDateTime.parse(withPlus).toInstant())
                    .filter(instant -> isInRange(instant.atOffset(ZoneOffset.UTC).getYear()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isInRange(int year) {
        return year >= 1 && year <= 9999;
    }
}

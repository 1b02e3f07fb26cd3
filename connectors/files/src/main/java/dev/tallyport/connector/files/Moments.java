package dev.tallyport.connector.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Moments as they are written into tables. What names no zone is UTC; a date is its midnight.
final class Moments {

    /// Moments before are no usage of any agent, but a date gone wrong.
    static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    /// Moments from here on are taken for a date gone wrong as well.
    static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private static final String TIME =
            "(?:[T ](?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"
                    + " ?(?<zone>Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?)?";
    private static final Pattern ISO =
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})" + TIME);
    private static final Pattern SLASHED =
            Pattern.compile("(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{2}|\\d{4})" + TIME);
    private static final int CENTURY = 2000;

    private Moments() {}

    /// `2026-01-31`, `2026-01-31 08:00:00` or `2026-01-31T08:00:00Z`.
    static Optional<Instant> iso(String text) {
        return read(ISO.matcher(text));
    }

    /// As [#iso], or with the month first, as in FOCUS's own samples: `1/31/26`.
    static Optional<Instant> isoOrMonthFirst(String text) {
        return iso(text).or(() -> read(SLASHED.matcher(text)));
    }

    private static Optional<Instant> read(Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var moment = dateOf(matcher).atTime(timeOf(matcher)).toInstant(offsetOf(matcher));
            return Optional.of(moment)
                    .filter(found -> !found.isBefore(FIRST) && found.isBefore(END));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static LocalDate dateOf(Matcher matcher) {
        int year = Integer.parseInt(matcher.group("year"));
        return LocalDate.of(
                year < 100 ? CENTURY + year : year,
                Integer.parseInt(matcher.group("month")),
                Integer.parseInt(matcher.group("day")));
    }

    private static LocalTime timeOf(Matcher matcher) {
        var time = matcher.group("time");
        if (time == null) {
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time);
    }

    private static ZoneOffset offsetOf(Matcher matcher) {
        var zone = matcher.group("zone");
        return zone == null || zone.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }
}

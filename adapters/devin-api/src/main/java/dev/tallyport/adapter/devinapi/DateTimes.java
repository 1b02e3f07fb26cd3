package dev.tallyport.adapter.devinapi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Points in time as clients of this dialect write them. What is not said is UTC and midnight.
final class DateTimes {

    /// The vendor takes a blank or `_` for the `T` too. An offset's `+` that was not encoded
    /// arrives as a blank.
    private static final Pattern ISO =
            Pattern.compile(
                    "(?<date>\\d{4}-\\d{2}-\\d{2})"
                            + "(?:[Tt _](?<time>\\d{2}:\\d{2}(?::\\d{2})?)(?:[.,](?<fraction>\\d+))?"
                            + "(?:[Zz]|(?<sign>[ +-])(?<hours>\\d{2})(?::?(?<minutes>\\d{2}))?)?)?");

    private static final Pattern UNIX = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");

    /// The vendor reads greater numbers as milliseconds.
    private static final BigDecimal GREATEST_SECONDS = new BigDecimal("2e10");

    private static final int MILLI_DIGITS = 3;
    private static final int NANO_DIGITS = 9;

    private DateTimes() {}

    /// Empty for anything that is no point in time of the years 1 to 9999.
    static Optional<Instant> parse(String text) {
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return isoInstant(iso).filter(DateTimes::isInRange);
        }
        if (UNIX.matcher(text).matches()) {
            return unixInstant(new BigDecimal(text)).filter(DateTimes::isInRange);
        }
        return Optional.empty();
    }

    private static Optional<Instant> isoInstant(Matcher iso) {
        try {
            var date = LocalDate.parse(iso.group("date"));
            var time = iso.group("time") == null ? LocalTime.MIDNIGHT : timeOf(iso);
            return offsetSeconds(iso)
                    .map(offset ->
                            date.atTime(time).toInstant(ZoneOffset.UTC).minusSeconds(offset));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static LocalTime timeOf(Matcher iso) {
        var time = LocalTime.parse(iso.group("time"));
        var fraction = iso.group("fraction");
        if (fraction == null) {
            return time;
        }
        var nanos = (fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS);
        return time.withNano(Integer.parseInt(nanos));
    }

    private static Optional<Long> offsetSeconds(Matcher iso) {
        if (iso.group("sign") == null) {
            return Optional.of(0L);
        }
        long hours = Long.parseLong(iso.group("hours"));
        long minutes = iso.group("minutes") == null ? 0 : Long.parseLong(iso.group("minutes"));
        if (hours > 23 || minutes > 59) {
            return Optional.empty();
        }
        long seconds = (hours * 60 + minutes) * 60;
        return Optional.of(iso.group("sign").equals("-") ? -seconds : seconds);
    }

    private static Optional<Instant> unixInstant(BigDecimal number) {
        var seconds =
                number.abs().compareTo(GREATEST_SECONDS) > 0
                        ? number.movePointLeft(MILLI_DIGITS)
                        : number;
        var nanos = seconds.movePointRight(NANO_DIGITS).toBigInteger();
        var perSecond = BigInteger.TEN.pow(NANO_DIGITS);
        var parts = nanos.divideAndRemainder(perSecond);
        return Optional.of(
                Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact()));
    }

    private static boolean isInRange(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }
}

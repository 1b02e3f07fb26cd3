package dev.tallyport.simulator.codemie;

import dev.tallyport.simulator.http.Query;
import dev.tallyport.simulator.http.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// The time that a question is about, `[start, end)`.
record Period(String name, Instant start, Instant end) {

    private static final String CUSTOM = "custom";
    private static final int USUAL_DAYS = 30;
    private static final Map<String, Integer> HOURS =
            Map.of("last_hour", 1, "last_6_hours", 6, "last_24_hours", 24);
    private static final Map<String, Integer> DAYS =
            Map.of("last_7_days", 7, "last_30_days", 30, "last_60_days", 60, "last_year", 365);
    private static final String NAMES =
            "last_hour, last_6_hours, last_24_hours, last_7_days, last_30_days, last_60_days,"
                    + " last_year";

    /// A preset wins over dates; one that the vendor does not know is refused, also an empty one.
    static Period of(Query query, Instant now, String endpoint) {
        var preset = query.text("time_period");
        if (preset.isPresent()) {
            return preset(preset.get(), now);
        }
        var start = instant(query, "start_date", endpoint);
        var end = instant(query, "end_date", endpoint);
        if (start.isEmpty() && end.isEmpty()) {
            return preset("last_30_days", now);
        }
        var until = end.orElse(now);
        if (until.isAfter(now)) {
            throw Problems.invalid("end_date cannot be in the future");
        }
        var from = start.orElse(until.minus(USUAL_DAYS, ChronoUnit.DAYS));
        if (from.isAfter(until)) {
            throw Problems.invalid("start_date must be before end_date");
        }
        return new Period(CUSTOM, from, until);
    }

    /// Presets of days begin at midnight, and so are up to a day longer than they say.
    private static Period preset(String name, Instant now) {
        if (HOURS.containsKey(name)) {
            return new Period(name, now.minus(Duration.ofHours(HOURS.get(name))), now);
        }
        if (DAYS.containsKey(name)) {
            var start = now.minus(DAYS.get(name), ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
            return new Period(name, start, now);
        }
        throw Problems.invalid("Invalid time_period: '" + name + "'. Valid options are: " + NAMES);
    }

    /// The vendor compares a time without an offset with one that has an offset, and fails.
    private static Optional<Instant> instant(Query query, String name, String endpoint) {
        var given = query.text(name);
        if (given.isPresent() && given.get().matches("\\d{4}-\\d\\d-\\d\\d(T[0-9:.]+)?")) {
            throw Problems.failed(
                    endpoint, "can't compare offset-naive and offset-aware datetimes");
        }
        try {
            return given.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException invalid) {
            throw Refusal.invalid(
                    name,
                    "datetime_from_date_parsing",
                    "Input should be a valid datetime or date",
                    given.orElse(""),
                    Map.of("error", "" + invalid.getMessage()));
        }
    }

    boolean isCustom() {
        return name.equals(CUSTOM);
    }
}

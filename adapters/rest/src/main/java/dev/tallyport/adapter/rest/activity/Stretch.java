package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// From when until when something began, as far as it is said; the end is not part of it.
///
/// What was done is no usage and belongs to no billing day, so that a date is a day of UTC.
record Stretch(Optional<Instant> from, Optional<Instant> to) {

    static final String FROM = "from";
    static final String TO = "to";

    private static final int DAYS_BY_DEFAULT = 30;

    private static final Kind<Instant> MOMENT =
            Kind.of(
                    "a date, such as 2026-01-31, or a date-time with its offset, such as"
                            + " 2026-01-31T08:00:00Z",
                    text ->
                            Kind.DAY
                                    .parse()
                                    .apply(text)
                                    .map(Stretch::startOf)
                                    .or(() -> Kind.INSTANT.parse().apply(text)));

    /// What is wrong is left with the query, and the stretch is worth nothing then.
    static Stretch of(Query query) {
        var stretch = new Stretch(query.one(FROM, MOMENT), query.one(TO, MOMENT));
        if (stretch.from.isPresent()
                && stretch.to.isPresent()
                && stretch.to.get().isBefore(stretch.from.get())) {
            query.reject(
                    TO,
                    "a moment not before from, " + stretch.from.get(),
                    stretch.to.get().toString());
        }
        return stretch;
    }

    /// By default until now, and from the begin of the day that makes it thirty days of UTC.
    Stretch resolved(Instant now) {
        var end = to.orElseGet(() -> from.filter(now::isBefore).orElse(now));
        var start =
                from.orElseGet(() ->
                        startOf(
                                LocalDate.ofInstant(end.minusNanos(1), ZoneOffset.UTC)
                                        .minusDays(DAYS_BY_DEFAULT - 1L)));
        return new Stretch(Optional.of(start), Optional.of(end));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

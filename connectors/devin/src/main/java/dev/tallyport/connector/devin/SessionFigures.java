package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.UsageFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What sessions say of their own consumption. It is contained in the days of [DevinCuts#joint] and
/// never added to it.
final class SessionFigures {

    /// A session's whole consumption so far, on the day it was created.
    static final Cut LIFETIME =
            Cut.of(
                    "sessions",
                    "acus",
                    "ACU",
                    Set.of(Dimension.USER, Dimension.ORGANIZATION, Dimension.ACTIVITY));

    /// A session's consumption on each day.
    static final Cut DAYS =
            Cut.of(
                    "session-days",
                    "acus",
                    "ACU",
                    Set.of(
                            Dimension.USER,
                            Dimension.ORGANIZATION,
                            Dimension.PRODUCT,
                            Dimension.ACTIVITY));

    private SessionFigures() {}

    static UsageFact lifetime(Activity session, BigDecimal acus) {
        var day = Span.dayOf(session.start());
        return fact(LIFETIME, session.id(), day, dimensionsOf(session), acus);
    }

    static UsageFact onDay(Activity session, Cell cell, BigDecimal acus) {
        var dimensions = dimensionsOf(session);
        if (!cell.product().isEmpty()) {
            dimensions.put(Dimension.PRODUCT, cell.product());
        }
        var key = "%s/%s/%s".formatted(cell.day(), session.id(), cell.product());
        return fact(DAYS, key, cell.day(), dimensions, acus);
    }

    private static UsageFact fact(
            Cut cut,
            String key,
            LocalDate day,
            Map<Dimension, String> dimensions,
            BigDecimal acus) {
        return new UsageFact(
                cut.id(), key, Span.startOf(day), Span.startOf(day.plusDays(1)), dimensions, acus);
    }

    private static EnumMap<Dimension, String> dimensionsOf(Activity session) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        dimensions.put(Dimension.ACTIVITY, session.id());
        session.user().ifPresent(id -> dimensions.put(Dimension.USER, id));
        session.organization().ifPresent(id -> dimensions.put(Dimension.ORGANIZATION, id));
        return dimensions;
    }
}

package dev.tallyport.connector.described;

import dev.tallyport.connector.spi.Grain;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a request says what stretch of time it asks for.
///
/// @param grain of what is answered: days or hours
/// @param days how many days one request asks for at most
/// @param inclusive whether the end that is sent is the last day, or second, asked for
/// @param untilNow whether the vendor refuses an end in the future
record WindowForm(
        Bound start, Bound end, Grain grain, int days, boolean inclusive, boolean untilNow) {

    /// A parameter of the query.
    record Bound(String parameter, TimeForm form) {}

    /// The parameters for `[window.start, window.end)`, the latter no later than `now` where the
    /// vendor insists.
    Map<String, String> parameters(Days window, Instant now, ZoneId zone) {
        var last = window.end(zone);
        if (untilNow && last.isAfter(now)) {
            last = now.truncatedTo(ChronoUnit.SECONDS);
        }
        var sent = inclusive ? last.minus(Duration.ofSeconds(1)) : last;
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(start.parameter(), start.form().text(window.start(zone), zone));
        parameters.put(end.parameter(), end.form().text(sent, zone));
        return parameters;
    }
}

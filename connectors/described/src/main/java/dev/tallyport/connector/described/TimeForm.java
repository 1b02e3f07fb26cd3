package dev.tallyport.connector.described;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// How a vendor writes a time.
enum TimeForm {
    UNIX_SECONDS,
    DATE,
    RFC_3339;

    static final Map<String, TimeForm> NAMES =
            Map.of("unix-seconds", UNIX_SECONDS, "date", DATE, "rfc-3339", RFC_3339);

    /// @param zone where the vendor's day begins
    String text(Instant instant, ZoneId zone) {
        return switch (this) {
            case UNIX_SECONDS -> Long.toString(instant.getEpochSecond());
            case DATE -> LocalDate.ofInstant(instant, zone).toString();
            case RFC_3339 -> DateTimeFormatter.ISO_INSTANT.format(instant);
        };
    }
}

package dev.tallyport.adapter.devinapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {

    /// A day inside the years 1 to 9999, so that no offset leads out of them.
    private static final long EARLIEST = -62_135_510_400L;

    private static final long LATEST = 253_402_214_400L;

    @ParameterizedTest
    @CsvSource({
        "2025-12-05T08:00:00Z, 2025-12-05T08:00:00Z",
        "2025-12-05t08:00:00z, 2025-12-05T08:00:00Z",
        "2025-12-05T00:00:00-08:00, 2025-12-05T08:00:00Z",
        "2025-12-05T00:00:00-0800, 2025-12-05T08:00:00Z",
        "2025-12-05T00:00:00-08, 2025-12-05T08:00:00Z",
        "2025-12-05T10:00:00 02:00, 2025-12-05T08:00:00Z",
        "2025-12-05 10:00:00+02:00, 2025-12-05T08:00:00Z",
        "2025-12-05 10:00:00 02:00, 2025-12-05T08:00:00Z",
        "2025-12-05T00:00:00 00:00, 2025-12-05T00:00:00Z",
        "2025-12-05T08:00:00, 2025-12-05T08:00:00Z",
        "2025-12-05T08:00, 2025-12-05T08:00:00Z",
        "2025-12-05, 2025-12-05T00:00:00Z",
        "2025-12-05T08:00:00.5Z, 2025-12-05T08:00:00.5Z",
        "2025-12-05T08:00:00.123456789123Z, 2025-12-05T08:00:00.123456789Z",
        "2025-12-05T08:00:00+23:59, 2025-12-04T08:01:00Z",
        "1764921600, 2025-12-05T08:00:00Z",
        "1764921600.25, 2025-12-05T08:00:00.25Z",
        "1764921600000, 2025-12-05T08:00:00Z",
        "0, 1970-01-01T00:00:00Z",
        "-1.5, 1969-12-31T23:59:58.5Z",
        "20000000000, 2603-10-11T11:33:20Z",
        "20000000001, 1970-08-20T11:33:20.001Z",
        "0001-01-01, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
    })
    void isUnderstood(String text, Instant instant) {
        assertThat(DateTimes.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2025-12",
                "2025-13-01",
                "2025-02-29",
                "2025-12-05T24:00:00Z",
                "2025-12-05T08:00:60Z",
                "2025-12-05T08:00:00+24:00",
                "2025-12-05T08:00:00+08:60",
                "2025-12-05T08:00:00 America/Los_Angeles",
                "2025-12-05Z",
                "12025-12-05",
                "0000-12-31",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "999999999999999999",
                "9999999999999999999",
                "1e9",
                "NaN",
                "\u0662\u0660\u0662\u0665-12-05"
            })
    void isNotUnderstood(String text) {
        assertThat(DateTimes.parse(text)).isEmpty();
    }

    @Property
    void everyInstantIsUnderstoodInEveryNotation(
            @ForAll @LongRange(min = EARLIEST, max = LATEST) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
        var instant = Instant.ofEpochSecond(second, nano);
        var offset = ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
        var withOffset =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSxxx")
                        .format(instant.atOffset(offset));
        var withoutOffset =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSSSS")
                        .format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));

        assertThat(DateTimes.parse(instant.toString())).contains(instant);
        assertThat(DateTimes.parse(withOffset)).contains(instant);
        assertThat(DateTimes.parse(withOffset.replace('+', ' '))).contains(instant);
        assertThat(DateTimes.parse(withoutOffset)).contains(instant);
    }

    @Property
    void everySecondOfTheseCenturiesIsUnderstoodInUnixTime(
            @ForAll @LongRange(min = 20_000_001, max = 20_000_000_000L) long second) {
        var instant = Instant.ofEpochSecond(second);

        assertThat(DateTimes.parse(Long.toString(second))).contains(instant);
        assertThat(DateTimes.parse(Long.toString(instant.toEpochMilli()))).contains(instant);
    }
}

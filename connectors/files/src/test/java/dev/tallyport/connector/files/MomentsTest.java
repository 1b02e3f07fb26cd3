package dev.tallyport.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2024-10-01,2024-10-01T00:00:00Z",
        "2024-10-01 00:00:00,2024-10-01T00:00:00Z",
        "2024-10-01T07:30,2024-10-01T07:30:00Z",
        "2024-10-01 7:30,2024-10-01T07:30:00Z",
        "2024-10-01T00:00:00Z,2024-10-01T00:00:00Z",
        "2024-10-01 00:00:00 UTC,2024-10-01T00:00:00Z",
        "2024-10-01T00:00:00.123456Z,2024-10-01T00:00:00.123456Z",
        "2024-10-01T00:00:00-08:00,2024-10-01T08:00:00Z",
        "2024-10-01T00:00:00+0530,2024-09-30T18:30:00Z",
        "2024-02-29,2024-02-29T00:00:00Z"
    })
    void aMomentWithoutAZoneIsOfUtc(String text, Instant expected) {
        assertThat(Moments.iso(text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "4/1/25,2025-04-01T00:00:00Z",
        "04/01/2025,2025-04-01T00:00:00Z",
        "12/31/99,2099-12-31T00:00:00Z",
        "4/1/25 9:05,2025-04-01T09:05:00Z"
    })
    void withSlashesTheMonthComesFirstWhereThatIsExpected(String text, Instant expected) {
        assertThat(Moments.isoOrMonthFirst(text)).contains(expected);
        assertThat(Moments.iso(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "13/1/25",
                "2/30/25",
                "2025-02-29",
                "2024-13-01",
                "1999-12-31",
                "2100-01-01",
                "45000",
                "1/2/345",
                "2024-10-01T25:00",
                "2024-10-01T00:00+99:00",
                "01.10.2024"
            })
    void whatIsNoMomentOfThisCenturyIsNone(String text) {
        assertThat(Moments.isoOrMonthFirst(text)).isEmpty();
    }
}

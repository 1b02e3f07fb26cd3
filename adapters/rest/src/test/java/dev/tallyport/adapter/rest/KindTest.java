package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.domain.source.SourceName;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindTest {

    @Property
    void everyIdIsReadAsItIsWritten(@ForAll @LongRange(min = 0) long id) {
        assertThat(Kind.ID.parse().apply(Long.toString(id))).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "1.0", "1e3", " 1", "٣", "9223372036854775808"})
    void whatIsNotANumberIsNoId(String text) {
        assertThat(Kind.ID.parse().apply(text)).isEmpty();
    }

    @Property
    void aLimitIsOneToAThousand(@ForAll @IntRange(max = 2000) int limit) {
        assertThat(Kind.LIMIT.parse().apply(Integer.toString(limit)).isPresent())
                .isEqualTo(limit >= 1 && limit <= 1000);
    }

    @Test
    void textIsWholeAndNotTooLong() {
        var text = Kind.text(4).parse();

        assertThat(text.apply("")).contains("");
        assertThat(text.apply("a\nb")).contains("a\nb");
        assertThat(text.apply("😀😀")).contains("😀😀");
        assertThat(text.apply("abcde")).isEmpty();
        assertThat(text.apply("a\0b")).isEmpty();
        assertThat(text.apply("\ud83d")).isEmpty();
        assertThat(text.apply("\ude00\ud83d")).isEmpty();
    }

    @Test
    void everyKindReadsWhatItExpects() {
        assertThat(Kind.TRUTH.parse().apply("true")).contains(true);
        assertThat(Kind.TRUTH.parse().apply("TRUE")).isEmpty();
        assertThat(Kind.INSTANT.parse().apply("2026-01-31T08:00:00+02:00"))
                .contains(Instant.parse("2026-01-31T06:00:00Z"));
        assertThat(Kind.INSTANT.parse().apply("2026-01-31")).isEmpty();
        assertThat(Kind.DURATION.parse().apply("PT24H")).contains(Duration.ofDays(1));
        assertThat(Kind.DURATION.parse().apply("PT99999999999999999999H")).isEmpty();
        assertThat(Kind.SOURCE.parse().apply("acme")).contains(new SourceName("acme"));
        assertThat(Kind.SOURCE.parse().apply("ACME")).isEmpty();
    }
}

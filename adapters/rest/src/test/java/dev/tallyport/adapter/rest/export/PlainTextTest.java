package dev.tallyport.adapter.rest.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PlainTextTest {

    @Test
    void severalValuesAreWrittenAsJson() {
        var members = new TreeMap<String, Value>();
        members.put("a \"b\"", new Value.Decimal(new BigDecimal("1E+2")));
        members.put("c", Value.Several.ofTexts(List.of("=1+1", "é\n")));
        members.put("d", new Value.Moment(Instant.EPOCH));

        var text = PlainText.of(new Value.Several(List.of(new Value.Members(members))));

        assertThat(text)
                .isEqualTo(
                        "[{\"a \\\"b\\\"\":100,\"c\":[\"=1+1\",\"é\\n\"],"
                                + "\"d\":\"1970-01-01T00:00:00Z\"}]");
    }
}

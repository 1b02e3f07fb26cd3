package dev.tallyport.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TallyportObjectMapperTest {

    private static String written(Object value) throws JsonProcessingException {
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new TallyportObjectMapper().customize(mapper);
        return mapper.writeValueAsString(value);
    }

    @Test
    void aQuantityHasNoExponent() throws JsonProcessingException {
        assertThat(written(new BigDecimal("1E+2"))).isEqualTo("100");
        assertThat(written(new BigDecimal("1E-9"))).isEqualTo("0.000000001");
    }

    @Test
    void anInstantIsText() throws JsonProcessingException {
        assertThat(written(Instant.parse("2026-03-01T08:00:00Z")))
                .isEqualTo("\"2026-03-01T08:00:00Z\"");
    }
}

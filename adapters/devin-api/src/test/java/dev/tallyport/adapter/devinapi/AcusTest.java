package dev.tallyport.adapter.devinapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcusTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "0.000, 0.0",
        "3, 3.0",
        "12.2500, 12.25",
        "100, 100.0",
        "1E+2, 100.0",
        "0.00000000001, 0.00000000001",
        "-0.5, -0.5"
    })
    void aQuantityIsPrintedPlainlyWithADigitBehindThePoint(BigDecimal amount, String printed) {
        assertThat(Acus.of(amount).toPlainString()).isEqualTo(printed);
    }

    @Property
    void whatIsWrittenReadsBackEqualAndNeverHasAnExponent(@ForAll @Scale(18) BigDecimal amount)
            throws JsonProcessingException {
        var consumption = new UserConsumption(Acus.of(amount), new TreeMap<>(), new TreeMap<>());

        var json = JSON.writeValueAsString(consumption);

        var number = json.substring("{\"total_acus\":".length(), json.indexOf(','));
        assertThat(number).matches("-?\\d+\\.\\d+");
        assertThat(new BigDecimal(number)).isEqualByComparingTo(amount);
    }
}

package dev.tallyport.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "0,0",
                "0.00,0",
                "-0.5,-0.5",
                "+7,7",
                ".25,0.25",
                "3.,3",
                "1e-7,0.0000001",
                "2.5E3,2500",
                "\"1,234.56\",1234.56",
                "\"-12,345,678.9\",-12345678.9",
                "00012,12"
            })
    void aNumberIsReadExactly(String text, String expected) {
        assertThat(Numbers.parse(text)).contains(new BigDecimal(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,234",
                "1,23.4",
                "12,50",
                "1.234,56",
                "1,2345.6",
                "",
                "-",
                ".",
                "abc",
                "$5",
                "5 USD",
                "(5.00)",
                "1e",
                "NaN",
                "Infinity",
                "0x10",
                "1_000",
                "١٢",
                "1e99999",
                "1e-41",
                "123456789012345678901"
            })
    void whatCouldMeanTwoThingsOrNothingIsNoNumber(String text) {
        assertThat(Numbers.parse(text)).isEmpty();
    }

    @Property
    void whatJavaWritesIsReadBack(
            @ForAll
                    @BigRange(min = "-99999999999999999999", max = "99999999999999999999")
                    @Scale(20)
                    BigDecimal number) {
        assertThat(Numbers.parse(number.toPlainString()))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
        assertThat(Numbers.parse(number.toString()))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }
}

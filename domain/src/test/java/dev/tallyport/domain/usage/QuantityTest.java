package dev.tallyport.domain.usage;

import static dev.tallyport.domain.usage.AnyUsage.ACU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @Property
    void zerosBehindTheLastDigitMakeNoDifference(
            @ForAll("quantities") Quantity quantity, @ForAll @IntRange(max = 30) int zeros) {
        var longer = quantity.amount().setScale(quantity.amount().scale() + zeros);

        assertThat(new Quantity(longer, ACU)).isEqualTo(quantity).hasSameHashCodeAs(quantity);
    }

    @Property
    void whatIsAddedCanBeTakenAwayAgain(
            @ForAll("quantities") Quantity one, @ForAll("quantities") Quantity other) {
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.plus(one.negated()).isZero()).isTrue();
    }

    @Property
    void itsTextHasNoExponentAndIsExact(@ForAll("quantities") Quantity quantity) {
        var text = quantity.toString();

        assertThat(text).matches("-?[0-9]+([.][0-9]+)? ACU");
        assertThat(Quantity.of(text.substring(0, text.indexOf(' ')), ACU)).isEqualTo(quantity);
    }

    @ParameterizedTest
    @CsvSource({
        "3.250, 3.25 ACU",
        "100, 100 ACU",
        "1E+3, 1000 ACU",
        "-0.5, -0.5 ACU",
        "0.000, 0 ACU",
        "0E+1000000000, 0 ACU",
        "0E-1000000000, 0 ACU",
        "1E-18, 0.000000000000000001 ACU",
    })
    void itsTextIsPlain(String amount, String text) {
        assertThat(Quantity.of(amount, ACU)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999999999999999999.999999999999999999",
                "-99999999999999999999.999999999999999999",
                "1E+19",
                "1.0000000000000000000000000000000000000000",
                "0.0000000000000000010000000000000000000000",
            })
    void thirtyEightDigitsAreEnough(String amount) {
        assertThatCode(() -> Quantity.of(amount, ACU)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "100000000000000000000000000000000000000, 38 digits before the point, 39",
        "-1E+38, 38 digits before the point, 39",
        "1E+1000000000, 38 digits before the point, 1000000001",
        "10E+2147483647, 38 digits before the point, 2147483649",
        "0.00000000000000000000000000000000000000001, 40 digits behind the point, 41",
        "1E-1000000000, 40 digits behind the point, 1000000000",
        "1E-2147483647, 40 digits behind the point, 2147483647",
    })
    void moreDigitsAreRefusedWithoutWritingThemOut(String amount, String most, String found) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(amount, ACU))
                .withMessageContainingAll(most, found);
    }

    @Test
    void aSumThatGrowsTooLargeIsRefused() {
        var largest = Quantity.of("9".repeat(38), ACU);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> largest.plus(Quantity.of("1", ACU)))
                .withMessageContaining("38 digits before the point");
    }

    @Test
    void twoUnitsAreNeverAdded() {
        var tokens = Quantity.of("7", new Unit("tokens"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of("3.25", ACU).plus(tokens))
                .withMessageContainingAll("3.25 ACU", "7 tokens");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of("3.25", ACU).minus(tokens));
    }

    @Test
    void anAmountOfAnotherUnitIsAnotherQuantity() {
        var amount = BigDecimal.valueOf(2);

        assertThat(new Quantity(amount, ACU)).isNotEqualTo(new Quantity(amount, new Unit("USD")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACU", "tokens", "%", "€", "kB/s", "h"})
    void aUnitIsAVisibleSymbol(String symbol) {
        assertThat(new Unit(symbol)).hasToString(symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "two words", "A\n", "\u200b", "123456789012345678901234567890123"})
    void aUnitThatCannotBeReadIsRefused(String symbol) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Unit(symbol));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acus", "tokens.cache-read", "lines_added", "d1"})
    void aMeterIsNamedInLowerCase(String id) {
        assertThat(new Meter(id, ACU).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACU", "a b", ".a", "a.", "a..b", "a/b", "a\n"})
    void aMeterNamedOtherwiseIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Meter(id, ACU));
    }

    @Test
    void aMeterNamedAtLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Meter("a".repeat(65), ACU));
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return AnyUsage.quantities();
    }
}

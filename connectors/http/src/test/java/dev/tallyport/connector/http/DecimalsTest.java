package dev.tallyport.connector.http;

import static dev.tallyport.connector.http.Decimals.withoutBinaryArtefact;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, 0.3",
        "-0.30000000000000004, -0.3",
        "12.600000000000001, 12.6",
        "0.7999999999999999, 0.8",
        "0.10000000000000002, 0.1",
        "0.3000000000000001, 0.3",
        "123456.78000000001, 123456.78",
        "9.999999999999998E-5, 0.0001",
        "99.99999999999999, 100"
    })
    void whatAddingInBinaryLeavesBehindIsUndone(BigDecimal stated, BigDecimal meant) {
        assertThat(withoutBinaryArtefact(stated)).isEqualByComparingTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.3",
                "0.30",
                "0.300000000000000",
                "0.30000000000000000",
                "0.300000000000001",
                "0.300000000000000041",
                "0.30000000000000003",
                "0.1234567890123456",
                "1000000000000001",
                "9007199254740993",
                "12345678901234567890",
                "1.000000000000000E+1000000000",
                "1.000000000000001E+1000000000",
                "1.000000000000001E-1000000000",
                "1000000000000000E+2147483647",
                "1E-400"
            })
    void everyOtherNumberStaysAsItIs(String stated) {
        var number = new BigDecimal(stated);

        assertThat(withoutBinaryArtefact(number)).isSameAs(number);
    }

    @Property
    void undoingTwiceIsUndoingOnce(@ForAll("numbers") BigDecimal number) {
        var once = withoutBinaryArtefact(number);

        assertThat(withoutBinaryArtefact(once)).isSameAs(once);
    }

    @Property
    void undoingTwiceIsUndoingOnceForDoublesToo(@ForAll double number) {
        var once = withoutBinaryArtefact(BigDecimal.valueOf(number));

        assertThat(withoutBinaryArtefact(once)).isSameAs(once);
    }

    @Property
    void aNumberOfAtMost15DigitsStaysAsItIs(@ForAll("atMost15Digits") BigDecimal number) {
        assertThat(withoutBinaryArtefact(number)).isSameAs(number);
    }

    @Property
    void theBinarySumOfTwoAmountsIsTheirDecimalSum(
            @ForAll @IntRange(min = 0, max = 999_999_999) int cents,
            @ForAll @IntRange(min = 0, max = 999_999_999) int otherCents) {
        double sum = cents / 100.0 + otherCents / 100.0;

        assertThat(withoutBinaryArtefact(BigDecimal.valueOf(sum)))
                .isEqualByComparingTo(BigDecimal.valueOf((long) cents + otherCents, 2));
    }

    @Property
    void aBoundedNumberKeepsItsValueAndAPlainScale(@ForAll("numbers") BigDecimal number) {
        var bounded = Decimals.bounded(number);

        assertThat(bounded)
                .satisfies(found ->
                        found.ifPresent(plain -> {
                            assertThat(plain).isEqualByComparingTo(number);
                            assertThat(plain.scale()).isBetween(0, 40);
                            assertThat(plain.precision()).isLessThanOrEqualTo(60);
                        }));
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Combinators.combine(
                        Arbitraries.bigIntegers()
                                .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40)),
                        Arbitraries.integers().between(-30, 60))
                .as(BigDecimal::new);
    }

    @Provide
    Arbitrary<BigDecimal> atMost15Digits() {
        return Combinators.combine(
                        Arbitraries.longs().between(-999_999_999_999_999L, 999_999_999_999_999L),
                        Arbitraries.integers().between(-400, 400))
                .as(BigDecimal::valueOf);
    }
}

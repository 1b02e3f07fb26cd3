package dev.tallyport.connector.http;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// What a vendor's decimal number means.
public final class Decimals {

    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int MAX_INTEGER_DIGITS = 20;
    private static final int MAX_DECIMALS = 40;

    private Decimals() {}

    /// Undoes what adding in binary leaves behind: `0.30000000000000004` becomes `0.3`. Only a
    /// number that is a double to its last digit, has 16 or 17 significant digits, some of them
    /// behind the point, and is within half a unit of the 15th digit of one with at most 12, is
    /// taken for such a remainder; every other number is returned as it is.
    public static BigDecimal withoutBinaryArtefact(BigDecimal number) {
        long magnitude = (long) number.precision() - number.scale();
        if (number.precision() < 16 || magnitude < -300 || magnitude > 300) {
            return number;
        }
        var stripped = number.stripTrailingZeros();
        if (stripped.precision() < 16 || stripped.precision() > 17 || stripped.scale() <= 0) {
            return number;
        }
        if (new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) != 0) {
            return number;
        }
        var rounded = number.round(FIFTEEN_DIGITS).stripTrailingZeros();
        return rounded.precision() <= 12 ? rounded : number;
    }

    /// The same value without zeros at the end of its decimals and without an exponent, or nothing
    /// when it has more than 20 digits in front of the point or more than 40 behind it, and so
    /// never more than 60. Costs little for any exponent.
    static Optional<BigDecimal> bounded(BigDecimal number) {
        if (number.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        if ((long) number.precision() - number.scale() > MAX_INTEGER_DIGITS) {
            return Optional.empty();
        }
        var stripped = number.stripTrailingZeros();
        if (stripped.scale() > MAX_DECIMALS) {
            return Optional.empty();
        }
        return Optional.of(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}

package dev.tallyport.domain.usage;

import java.math.BigDecimal;

/// An exact amount of one unit, below zero too. Equal amounts are equal quantities, however many
/// zeros they were written with.
///
/// @param amount at most 38 digits before the point, so that sums of the largest stated figures
///   fit, and 40 behind it, as the shortest form of a small binary number has
public record Quantity(BigDecimal amount, Unit unit) {

    private static final int DIGITS_BEFORE_POINT = 38;
    private static final int DIGITS_BEHIND_POINT = 40;

    public Quantity {
        amount = stripped(amount);
    }

    public static Quantity of(String amount, Unit unit) {
        return new Quantity(new BigDecimal(amount), unit);
    }

    public static Quantity zero(Unit unit) {
        return new Quantity(BigDecimal.ZERO, unit);
    }

    public Quantity plus(Quantity other) {
        requireSameUnit(other);
        return new Quantity(amount.add(other.amount), unit);
    }

    public Quantity minus(Quantity other) {
        return plus(other.negated());
    }

    public Quantity negated() {
        return new Quantity(amount.negate(), unit);
    }

    public boolean isZero() {
        return signum() == 0;
    }

    /// -1, 0 or 1 when the amount is below, at or above zero.
    public int signum() {
        return amount.signum();
    }

    /// Never with an exponent, such as `3.25 ACU`.
    @Override
    public String toString() {
        return amount.toPlainString() + " " + unit;
    }

    private void requireSameUnit(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException(
                    "Quantities of one unit are needed, but "
                            + this
                            + " and "
                            + other
                            + " have two.");
        }
    }

    private static BigDecimal stripped(BigDecimal amount) {
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        // Counted, never written out: 1E+1000000000 is short, its digits are not.
        requireAtMost(DIGITS_BEFORE_POINT, (long) amount.precision() - amount.scale(), "before");
        var stripped = amount.stripTrailingZeros();
        requireAtMost(DIGITS_BEHIND_POINT, stripped.scale(), "behind");
        return stripped;
    }

    private static void requireAtMost(int most, long digits, String where) {
        if (digits > most) {
            throw new IllegalArgumentException(
                    "A quantity has at most "
                            + most
                            + " digits "
                            + where
                            + " the point, not "
                            + digits
                            + ".");
        }
    }
}

package dev.tallyport.domain.pricing;

import dev.tallyport.domain.usage.Meter;
import java.math.BigDecimal;

/// What one unit of a meter costs, of which usage and on which days.
///
/// @param price of one unit: not below zero, with at most 12 digits before and behind the point
public record Terms(Meter meter, PriceKind kind, RateScope scope, Money price, Validity days) {

    private static final int DIGITS = 12;

    public Terms {
        if (!isPrice(price.amount())) {
            throw new IllegalArgumentException(
                    "A price is not below zero and has at most %d digits before and behind the point, but %s is not so."
                            .formatted(DIGITS, price));
        }
    }

    public static boolean isPrice(BigDecimal amount) {
        return amount.signum() >= 0
                && (long) amount.precision() - amount.scale() <= DIGITS
                && amount.scale() <= DIGITS;
    }

    public Terms withDays(Validity days) {
        return new Terms(meter, kind, scope, price, days);
    }

    public Terms withPrice(Money price) {
        return new Terms(meter, kind, scope, price, days);
    }

    /// Whether the two could apply to the same usage on the same day, and neither before the other.
    boolean overlaps(Terms other) {
        return isAlike(other) && days.overlaps(other.days);
    }

    private boolean isAlike(Terms other) {
        return meter.equals(other.meter) && kind == other.kind && scope.equals(other.scope);
    }
}

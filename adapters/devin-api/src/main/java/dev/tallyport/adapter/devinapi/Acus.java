package dev.tallyport.adapter.devinapi;

import java.math.BigDecimal;

/// Quantities as the vendor prints them: exact, never with an exponent, and with a digit behind the
/// point even where it is zero.
final class Acus {

    private Acus() {}

    static BigDecimal of(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(1, stripped.scale()));
    }
}

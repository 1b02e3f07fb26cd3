package dev.tallyport.domain.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An exact amount of one currency, below zero too. Equal amounts are equal money, however many
/// zeros they were written with. Nothing rounds but [#roundedToMinorUnit].
public record Money(BigDecimal amount, Currency currency) {

    public Money {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /// @param currency the code of ISO 4217, such as `USD`
    /// @throws IllegalArgumentException for what is no such code
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /// @throws IllegalArgumentException when the other is of another currency
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /// @throws IllegalArgumentException when the other is of another currency
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    /// Every digit of the product.
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /// To whole cents, or whatever the currency is counted in, half of one away from zero. For what
    /// is shown or estimated, never for what is added up afterwards.
    public Money roundedToMinorUnit() {
        return new Money(
                amount.setScale(
                        Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP),
                currency);
    }

    /// Never with an exponent, such as `2.25 USD`.
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Money of one currency is needed, but %s and %s have two."
                            .formatted(this, other));
        }
    }
}

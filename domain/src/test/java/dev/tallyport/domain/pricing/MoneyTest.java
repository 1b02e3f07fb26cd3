package dev.tallyport.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {

    @Test
    void sumsAndProductsKeepEveryDigit() {
        var sum = Money.of("0.1", "USD").plus(Money.of("0.2", "USD"));
        var product = Money.of("2.25", "USD").times(new BigDecimal("0.333333333333333333"));

        assertThat(sum).isEqualTo(Money.of("0.30", "USD"));
        assertThat(product).hasToString("0.74999999999999999925 USD");
        assertThat(sum.minus(sum)).isEqualTo(Money.zero(Currency.getInstance("USD")));
    }

    @Test
    void twoCurrenciesAreNeverAdded() {
        var dollars = Money.of("1", "USD");
        var euros = Money.of("1", "EUR");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> dollars.plus(euros))
                .withMessageContaining("1 USD and 1 EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.minus(euros));
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, USD, 1.01 USD",
        "-1.005, USD, -1.01 USD",
        "1.004, USD, 1 USD",
        "100.5, JPY, 101 JPY",
        "1.0005, BHD, 1.001 BHD",
        "7.5, XAU, 8 XAU"
    })
    void moneyIsRoundedToWhatItsCurrencyIsCountedIn(
            String amount, String currency, String expected) {
        assertThat(Money.of(amount, currency).roundedToMinorUnit()).hasToString(expected);
    }

    @Test
    void aHundredIsWrittenWithItsZeros() {
        assertThat(Money.of("100.00", "USD")).hasToString("100 USD");
    }
}

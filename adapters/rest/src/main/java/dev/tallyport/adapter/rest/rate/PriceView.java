package dev.tallyport.adapter.rest.rate;

import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.Terms;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one unit costs.
@Schema(name = "Price", description = "What one unit of a meter costs")
public record PriceView(
        @Schema(
                        required = true,
                        description = "From 0, with at most 12 digits before and behind the point",
                        examples = "2.25")
                BigDecimal amount,
        @Schema(required = true, description = "A code of ISO 4217", examples = "USD")
                String currency) {

    static final String PRICE = "price";

    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";

    private static final Kind<BigDecimal> AN_AMOUNT =
            new Kind<>(
                    "a number from 0, with at most 12 digits before and behind the point",
                    PriceView::amount,
                    JsonNodeType.NUMBER,
                    false);
    private static final Kind<Currency> A_CURRENCY =
            Kind.of("a code of ISO 4217, such as USD", PriceView::currency);

    static PriceView of(Money price) {
        return new PriceView(price.amount(), price.currency().getCurrencyCode());
    }

    /// What is wrong is left with the body; empty then.
    static Optional<Money> in(Body body) {
        return body.object(PRICE, AMOUNT, CURRENCY)
                .flatMap(price -> {
                    var amount = price.required(AMOUNT, AN_AMOUNT);
                    var currency = price.required(CURRENCY, A_CURRENCY);
                    return amount.flatMap(value -> currency.map(code -> new Money(value, code)));
                });
    }

    private static Optional<BigDecimal> amount(String text) {
        return Optional.of(new BigDecimal(text)).filter(Terms::isPrice);
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }
}

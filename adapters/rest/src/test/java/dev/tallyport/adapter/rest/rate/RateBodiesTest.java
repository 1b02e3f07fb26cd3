package dev.tallyport.adapter.rest.rate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.pricing.RateChange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Unit;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateBodiesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    private static Terms terms(String sent) {
        return NewRate.of(sent.getBytes(UTF_8));
    }

    private static String priced(String amount) {
        return "{\"meter\":\"acus\",\"unit\":\"ACU\",\"price\":{\"amount\":%s,\"currency\":\"USD\"}}"
                .formatted(amount);
    }

    @Test
    void aRateIsForEverythingAndForEverUnlessSaidOtherwise() {
        assertThat(terms(priced("2.25")))
                .isEqualTo(
                        new Terms(
                                new Meter("acus", new Unit("ACU")),
                                PriceKind.CONTRACTED,
                                RateScope.EVERYTHING,
                                Money.of("2.25", "USD"),
                                Validity.ALWAYS));
    }

    @Test
    void aRateMayBeForAPartAndForAWhile() {
        var terms =
                terms(
                        """
                        {
                          "meter": "tokens.input", "unit": "token", "kind": "list",
                          "source": "acme", "organization": "org-1", "product": "cascade",
                          "model": "opus", "price": {"amount": 1e-6, "currency": "EUR"},
                          "from": "2026-12-01", "until": "2027-01-01"
                        }
                        """);

        assertThat(terms)
                .isEqualTo(
                        new Terms(
                                new Meter("tokens.input", new Unit("token")),
                                PriceKind.LIST,
                                new RateScope(
                                        Optional.of(new SourceName("acme")),
                                        new Group(
                                                Map.of(
                                                        Dimension.ORGANIZATION, "org-1",
                                                        Dimension.PRODUCT, "cascade",
                                                        Dimension.MODEL, "opus"))),
                                Money.of("0.000001", "EUR"),
                                Validity.between(DAY, DAY.plusMonths(1))));
    }

    @Test
    void everyDigitOfAPriceArrives() {
        assertThat(terms(priced("123456789012.123456789012")).price())
                .isEqualTo(Money.of("123456789012.123456789012", "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e12", "1e-13", "1e999999999", "\"2.25\"", "null"})
    void aPriceThatIsNoneIsWrong(String amount) {
        assertThatThrownBy(() -> terms(priced(amount)))
                .hasMessage("400 A member is wrong: price.amount");
    }

    @Test
    void aNumberThatNobodyCanHoldIsWrong() {
        assertThatThrownBy(() -> terms(priced("1e99999999999"))).hasMessageStartingWith("400 ");
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        var sent =
                """
                {
                  "meter": "ACUs", "unit": "", "kind": "billed", "organization": "org-1",
                  "product": " ", "price": {"currency": "usd"},
                  "from": "2026-12-01", "until": "2026-12-01"
                }
                """;

        assertThatThrownBy(() -> terms(sent))
                .hasMessage(
                        "400 Members are wrong: meter, unit, kind, product, source, price.amount, price.currency, until");
    }

    @Test
    void aCorrectionNamesThePriceAndAllDays() {
        var sent =
                "{\"price\":{\"amount\":2,\"currency\":\"USD\"},\"from\":\"2026-12-01\",\"version\":17}";

        var correction = RateCorrection.of(7, sent.getBytes(UTF_8));

        assertThat(correction)
                .isEqualTo(
                        new RateChange.Correct(
                                7, Money.of("2", "USD"), Validity.from(DAY), OptionalLong.of(17)));
        assertThatThrownBy(() -> RateCorrection.of(7, "{}".getBytes(UTF_8)))
                .hasMessage("400 A member is wrong: price");
    }
}

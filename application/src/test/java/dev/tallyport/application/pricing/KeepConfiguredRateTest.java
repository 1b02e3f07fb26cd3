package dev.tallyport.application.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.pricing.Rates.Version;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.Rate;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KeepConfiguredRateTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-07-10");
    private static final Optional<Money> TWO = Optional.of(Money.of("2", "USD"));
    private static final Optional<Money> THREE = Optional.of(Money.of("3", "EUR"));

    private final InMemoryRates rates = new InMemoryRates();
    private final PricedSources sources = new PricedSources();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private Instant now = Instant.parse("2026-07-10T03:00:00Z");
    private final KeepConfiguredRate keepConfiguredRate =
            new KeepConfiguredRate(
                    rates, new Today(sources, sources.connectors(), () -> now), audit, () -> now);

    private static Terms terms(Optional<Money> price, Validity days) {
        return new Terms(
                new Meter("acus", new Unit("ACU")),
                PriceKind.CONTRACTED,
                RateScope.EVERYTHING,
                price.orElseThrow(),
                days);
    }

    private static Validity until(LocalDate day) {
        return new Validity(Optional.empty(), Optional.of(day));
    }

    @Test
    void theFirstPriceHoldsForWhatWasUsedBeforeIt() {
        keepConfiguredRate.keep(TWO);
        keepConfiguredRate.keep(TWO);

        assertThat(rates.asKnownOn(Optional.empty()))
                .extracting(Version::rate)
                .containsExactly(new Rate(1, terms(TWO, Validity.ALWAYS), true));
        assertThat(audit.entries()).extracting(Draft::action).containsExactly(Action.RATE_ADDED);
    }

    @Test
    void anotherPriceHoldsFromTheDayOfTheStartOn() {
        keepConfiguredRate.keep(TWO);
        now = now.plus(Duration.ofDays(30));

        keepConfiguredRate.keep(THREE);

        var day = TODAY.plusDays(30);
        assertThat(rates.asKnownOn(Optional.empty()))
                .extracting(version -> version.rate().terms())
                .containsExactly(terms(TWO, until(day)), terms(THREE, Validity.from(day)));
    }

    @Test
    void whatIsTakenOutOfTheConfigurationEnds() {
        keepConfiguredRate.keep(TWO);

        keepConfiguredRate.keep(Optional.empty());

        assertThat(rates.asKnownOn(Optional.empty()))
                .extracting(version -> version.rate().terms())
                .containsExactly(terms(TWO, until(TODAY)));
    }

    @Test
    void ofTwoPricesOfOneDayTheLastHolds() {
        keepConfiguredRate.keep(TWO);
        keepConfiguredRate.keep(THREE);

        keepConfiguredRate.keep(TWO);

        assertThat(rates.asKnownOn(Optional.empty()))
                .extracting(version -> version.rate().terms())
                .containsExactly(terms(TWO, until(TODAY)), terms(TWO, Validity.from(TODAY)));
    }

    @Test
    void aClockThatWentBackDoesNotMakeRatesOverlap() {
        keepConfiguredRate.keep(TWO);
        keepConfiguredRate.keep(THREE);
        now = now.minus(Duration.ofDays(3));

        keepConfiguredRate.keep(TWO);

        assertThat(Rates.bookOf(rates.asKnownOn(Optional.empty())).rates())
                .extracting(Rate::terms)
                .containsExactly(terms(TWO, until(TODAY)), terms(TWO, Validity.from(TODAY)));
    }

    @Test
    void aPriceBesideRatesThatWereGivenPricesNothingOfThePast() {
        rates.add(
                terms(THREE, Validity.between(TODAY.minusDays(9), TODAY.minusDays(2))),
                false,
                now,
                "Ada");

        keepConfiguredRate.keep(TWO);

        assertThat(rates.asKnownOn(Optional.empty()).getLast().rate())
                .isEqualTo(new Rate(2, terms(TWO, Validity.from(TODAY)), true));
    }
}

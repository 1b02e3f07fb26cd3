package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.pricing.Rates.Version;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.Rate;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RatesTest {

    private static final Instant LATER = AT.plusSeconds(60);
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final Meter ACUS = new Meter("acus", new Unit("ACU"));
    private static final Terms NARROW =
            new Terms(
                    ACUS,
                    PriceKind.LIST,
                    new RateScope(
                            Optional.of(new SourceName("acme")),
                            new Group(
                                    Map.of(
                                            Dimension.ORGANIZATION, "org-1",
                                            Dimension.PRODUCT, "devin",
                                            Dimension.MODEL, "opus"))),
                    Money.of("999999999999.000000000001", "EUR"),
                    Validity.between(DAY, DAY.plusDays(1)));
    private static final Terms WIDE =
            new Terms(
                    ACUS,
                    PriceKind.CONTRACTED,
                    RateScope.EVERYTHING,
                    Money.of("2.25", "USD"),
                    Validity.ALWAYS);

    private final AccessDatabase database = AccessDatabase.open();
    private final PostgresRates rates = new PostgresRates(database.database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRateIsKeptAsItWasAdded() {
        var narrow = rates.add(NARROW, false, AT, "Ada");
        var wide = rates.add(WIDE, true, LATER, "Tallyport");

        assertThat(narrow)
                .isEqualTo(
                        new Version(
                                new Rate(narrow.rate().id(), NARROW, false),
                                narrow.version(),
                                AT,
                                "Ada",
                                Optional.empty()));
        assertThat(wide.rate()).isEqualTo(new Rate(wide.rate().id(), WIDE, true));
        assertThat(rates.asKnownOn(Optional.empty())).containsExactly(narrow, wide);
        assertThat(rates.history(narrow.rate().id())).containsExactly(narrow);
        assertThat(rates.history(0)).isEmpty();
    }

    @Test
    void whatWasKnownStaysKnownAsItWas() {
        var before = rates.add(WIDE, false, AT, "Ada");
        var ended = WIDE.withDays(new Validity(Optional.empty(), Optional.of(DAY)));

        var after = rates.replace(before, ended, LATER, "Bob");
        rates.withdraw(after, LATER.plusSeconds(60));

        assertThat(after.rate()).isEqualTo(new Rate(before.rate().id(), ended, false));
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(rates.asKnownOn(Optional.of(AT.minusSeconds(1)))).isEmpty();
        assertThat(rates.asKnownOn(Optional.of(AT)))
                .extracting(Version::rate)
                .containsExactly(before.rate());
        assertThat(rates.asKnownOn(Optional.of(LATER)))
                .extracting(Version::rate)
                .containsExactly(after.rate());
        assertThat(rates.asKnownOn(Optional.empty())).isEmpty();
        assertThat(rates.history(before.rate().id()))
                .extracting(Version::supersededAt)
                .containsExactly(Optional.of(LATER), Optional.of(LATER.plusSeconds(60)));
    }
}

package dev.tallyport.application.pricing;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.pricing.Rates.Version;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the default price of the configuration a rate. Another price there applies from the day on
/// which Tallyport first starts with it, as any change of a rate: a start re-prices nothing.
@ApplicationScoped
public class KeepConfiguredRate {

    private static final Meter ACUS = new Meter("acus", new Unit("ACU"));

    private final Rates rates;
    private final Today today;
    private final AuditTrail audit;
    private final InstantSource clock;

    KeepConfiguredRate(Rates rates, Today today, AuditTrail audit, InstantSource clock) {
        this.rates = rates;
        this.today = today;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param price of one ACU; empty when none is configured
    @Transactional
    public void keep(Optional<Money> price) {
        rates.lock();
        var known = rates.asKnownOn(Optional.empty());
        var current =
                known.stream()
                        .filter(version -> version.rate().configured())
                        .filter(version -> version.rate().terms().days().until().isEmpty())
                        .findFirst();
        if (current.map(version -> version.rate().terms().price()).equals(price)) {
            return;
        }
        var day = firstDayToChange(known);
        current.ifPresent(version -> end(version, day));
        price.ifPresent(one -> add(one, isPriced(known) ? Validity.from(day) : Validity.ALWAYS));
    }

    /// Today, or later where the time on the clock or the sources of then were others.
    private LocalDate firstDayToChange(List<Version> known) {
        return known.stream()
                .filter(version -> version.rate().configured())
                .flatMap(version -> version.rate().terms().days().until().stream())
                .max(Comparator.naturalOrder())
                .filter(today.day()::isBefore)
                .orElseGet(today::day);
    }

    /// The first rate there ever is holds for what was used before it, too.
    private static boolean isPriced(List<Version> known) {
        return Rates.bookOf(known).knows(ACUS.id(), PriceKind.CONTRACTED);
    }

    private void end(Version version, LocalDate day) {
        var terms = version.rate().terms();
        var from = terms.days().from();
        var before = ChangeRates.described(version);
        if (from.map(day::isAfter).orElse(true)) {
            var ended = terms.withDays(new Validity(from, Optional.of(day)));
            var after = rates.replace(version, ended, clock.instant(), Actor.TALLYPORT.name());
            record(Action.RATE_ENDED, version, before, ChangeRates.described(after));
        } else {
            rates.withdraw(version, clock.instant());
            record(Action.RATE_ENDED, version, before, Map.of());
        }
    }

    private void add(Money price, Validity days) {
        var terms = new Terms(ACUS, PriceKind.CONTRACTED, RateScope.EVERYTHING, price, days);
        var added = rates.add(terms, true, clock.instant(), Actor.TALLYPORT.name());
        record(Action.RATE_ADDED, added, Map.of(), ChangeRates.described(added));
    }

    private void record(
            Action action, Version version, Map<String, String> before, Map<String, String> after) {
        audit.record(
                new Draft(Actor.TALLYPORT, action, ChangeRates.target(version), before, after));
    }
}

package dev.tallyport.application.pricing;

import dev.tallyport.application.pricing.Rates.Version;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.Rate;
import dev.tallyport.domain.pricing.RateBook;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What a change would make of the rates that are known now.
///
/// @param before empty for a rate that is new
/// @param after empty for a rate that is withdrawn
record RatePlan(List<Version> known, Optional<Version> before, Optional<Terms> after) {

    private static final long NOT_NUMBERED_YET = 0;

    RateBook bookBefore() {
        return Rates.bookOf(known);
    }

    RateBook bookAfter() {
        return new RateBook(ratesAfter());
    }

    List<Rate> ratesAfter() {
        var rates = new ArrayList<Rate>();
        for (var version : known) {
            if (before.filter(version::equals).isEmpty()) {
                rates.add(version.rate());
            }
        }
        after.ifPresent(terms ->
                rates.add(
                        new Rate(
                                before.map(version -> version.rate().id()).orElse(NOT_NUMBERED_YET),
                                terms,
                                false)));
        return rates;
    }

    /// What kind of prices it is about.
    PriceKind prices() {
        return before.map(RatePlan::termsOf).or(() -> after).orElseThrow().kind();
    }

    /// Whether it changes nothing.
    boolean isIdle() {
        return before.isPresent() && before.map(RatePlan::termsOf).equals(after);
    }

    /// Whether it alters what usage of days before this one costs. Not where it is the first rate
    /// of its meter: that prices what had no price, and re-prices nothing.
    boolean altersDaysBefore(LocalDate day) {
        return !isFirstOfItsMeter()
                && alteredDays().from().map(first -> first.isBefore(day)).orElse(true);
    }

    /// Every day whose costs it may alter is among these.
    Validity alteredDays() {
        if (before.isEmpty() || after.isEmpty()) {
            return before.map(RatePlan::termsOf).or(() -> after).orElseThrow().days();
        }
        var was = termsOf(before.get()).days();
        var is = after.get().days();
        if (!termsOf(before.get()).price().equals(after.get().price())
                || !was.from().equals(is.from())) {
            return hull(was, is);
        }
        return new Validity(firstOf(was.until(), is.until()), lastOf(was.until(), is.until()));
    }

    /// Tells this plan, made of these very rates, from any other.
    String token() {
        var words =
                "%s/%s/%s".formatted(Rates.versionOf(known), before.map(Version::version), after);
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private boolean isFirstOfItsMeter() {
        return before.isEmpty()
                && after.filter(terms -> !bookBefore().knows(terms.meter().id(), terms.kind()))
                        .isPresent();
    }

    private static Terms termsOf(Version version) {
        return version.rate().terms();
    }

    private static Validity hull(Validity one, Validity other) {
        var from =
                one.from().isPresent() && other.from().isPresent()
                        ? firstOf(one.from(), other.from())
                        : Optional.<LocalDate>empty();
        return new Validity(from, lastOf(one.until(), other.until()));
    }

    private static Optional<LocalDate> firstOf(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /// Empty when either is: there is no last day then.
    private static Optional<LocalDate> lastOf(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.flatMap(day -> other.map(end -> day.isAfter(end) ? day : end));
    }
}

package dev.tallyport.application.pricing;

import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/// What is to be changed about rates.
public sealed interface RateChange {

    record Add(Terms terms) implements RateChange {}

    /// @param until the first day no longer; empty for today. A rate that would have no day left is
    ///   withdrawn.
    /// @param version what the change was made for; empty for whatever it is now
    record End(long id, Optional<LocalDate> until, OptionalLong version) implements RateChange {}

    /// @param version as of [End]
    record Correct(long id, Money price, Validity days, OptionalLong version)
            implements RateChange {}
}

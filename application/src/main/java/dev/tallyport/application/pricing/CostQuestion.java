package dev.tallyport.application.pricing;

import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.usage.Bucket;
import java.time.Instant;
import java.util.Optional;

/// What is asked about costs, and as whom. Days, months and cycles are each source's own.
///
/// @param visibility of costs
/// @param grouping not by hours: a price holds for days
/// @param prices at which usage is priced; what vendors state in money themselves stays as stated
/// @param asKnownOn usage and rates as they were known then; empty for now
public record CostQuestion(
        Visibility visibility,
        Window window,
        Grouping grouping,
        Filter filter,
        PriceKind prices,
        Optional<Instant> asKnownOn) {

    public CostQuestion {
        if (grouping.bucket().equals(Optional.of(Bucket.HOUR))) {
            throw new IllegalArgumentException("Costs are told apart by days or longer.");
        }
    }
}

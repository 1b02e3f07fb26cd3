package dev.tallyport.adapter.rest.rate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was carried out.
///
/// @param rate null when it was withdrawn
@Schema(name = "Repriced", description = "A change that was carried out")
record RepricedView(
        @Schema(
                        description = "The rate as it is since; null when it was withdrawn",
                        nullable = true)
                @Nullable RateView rate) {}

package dev.tallyport.adapter.rest.rate;

import dev.tallyport.application.pricing.RepriceThePast.Difference;
import dev.tallyport.application.pricing.RepriceThePast.Preview;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.usage.Dimension;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a change of rates would come to.
@Schema(name = "RepricingPreview", description = "What a change of rates would come to")
record PreviewView(
        @Schema(
                        required = true,
                        description = "Carries out this change and no other",
                        examples = "b1946ac92492d2347c6235b4d2611184")
                String token,
        @Schema(required = true, description = "What would cost another amount than now")
                List<DifferenceView> differences) {

    @Schema(name = "RepricingDifference")
    record DifferenceView(
            @Schema(required = true, description = "By the days' own labels", examples = "2026-03")
                    String month,
            @Schema(required = true, examples = "acme") String source,
            @Schema(
                            description = "Null for usage tied to none",
                            nullable = true,
                            examples = "org-1")
                    @Nullable String organization,
            @Schema(required = true, examples = "USD") String currency,
            @Schema(
                            description = "Null where nothing has a price in this currency",
                            nullable = true,
                            examples = "562.5")
                    @Nullable BigDecimal before,
            @Schema(
                            description = "Null where nothing would have a price in this currency",
                            nullable = true,
                            examples = "600")
                    @Nullable BigDecimal after) {

        static DifferenceView of(Difference difference) {
            return new DifferenceView(
                    difference.month().toString(),
                    difference.group().value(Dimension.SOURCE).orElseThrow(),
                    difference.group().value(Dimension.ORGANIZATION).orElse(null),
                    difference.currency(),
                    difference.before().map(Money::amount).orElse(null),
                    difference.after().map(Money::amount).orElse(null));
        }
    }

    static PreviewView of(Preview preview) {
        return new PreviewView(
                preview.token(), preview.differences().stream().map(DifferenceView::of).toList());
    }
}

package dev.tallyport.adapter.rest.rate;

import dev.tallyport.application.pricing.Rates.Version;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A rate as it is known, or was.
@Schema(name = "Rate", description = "What one unit of a meter costs, of which usage and when")
public record RateView(
        @Schema(required = true, examples = "7") long id,
        @Schema(required = true, examples = "acus") String meter,
        @Schema(required = true, examples = "ACU") String unit,
        @Schema(
                        required = true,
                        enumeration = {"contracted", "list"})
                String kind,
        @Schema(description = "Null for all sources", nullable = true, examples = "acme")
                @Nullable String source,
        @Schema(description = "Null for all of them", nullable = true, examples = "org-1")
                @Nullable String organization,
        @Schema(description = "Null for all products", nullable = true, examples = "cascade")
                @Nullable String product,
        @Schema(description = "Null for all models", nullable = true) @Nullable String model,
        @Schema(required = true) PriceView price,
        @Schema(description = "The first day; null when it always held", nullable = true)
                @Nullable LocalDate from,
        @Schema(description = "The first day no longer; null when it holds on", nullable = true)
                @Nullable LocalDate until,
        @Schema(
                        required = true,
                        description =
                                "Whether it is tallyport.rates.acu of the configuration, which gives"
                                        + " way to every other rate and cannot be changed here")
                boolean configured,
        @Schema(required = true, examples = "17") long version,
        @Schema(required = true) Instant recordedAt,
        @Schema(required = true, examples = "admin") String recordedBy,
        @Schema(
                        description =
                                "Since when this is known no longer; null for what is known now",
                        nullable = true)
                @Nullable Instant supersededAt) {

    public static RateView of(Version version) {
        var terms = version.rate().terms();
        var scope = terms.scope();
        return new RateView(
                version.rate().id(),
                terms.meter().id(),
                terms.meter().unit().symbol(),
                NewRate.written(terms.kind()),
                scope.source().map(SourceName::value).orElse(null),
                scope.group().value(Dimension.ORGANIZATION).orElse(null),
                scope.group().value(Dimension.PRODUCT).orElse(null),
                scope.group().value(Dimension.MODEL).orElse(null),
                PriceView.of(terms.price()),
                terms.days().from().orElse(null),
                terms.days().until().orElse(null),
                version.rate().configured(),
                version.version(),
                version.recordedAt(),
                version.recordedBy(),
                version.supersededAt().orElse(null));
    }
}

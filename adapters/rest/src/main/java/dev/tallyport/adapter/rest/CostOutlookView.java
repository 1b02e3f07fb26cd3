package dev.tallyport.adapter.rest;

import dev.tallyport.application.pricing.ProjectCosts.Day;
import dev.tallyport.application.pricing.ProjectCosts.Outlook;
import dev.tallyport.application.pricing.ProjectCosts.Series;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.Projection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the days of a source cost, and what its cycle will have cost at its end.
@Schema(
        name = "CostOutlook",
        description = "What the last 30 days of a source cost, and what its cycle will come to")
record CostOutlookView(
        @Schema(required = true, examples = "acme") String source,
        @Schema(required = true, description = "The cycle under way") RangeView cycle,
        @Schema(
                        required = true,
                        description =
                                "Whether usage of these days has no price, so that they cost more"
                                        + " than is told")
                boolean unpriced,
        @Schema(required = true, description = "One per kind and currency") List<Line> series,
        @Schema(required = true) List<UsageView.Standing> sources) {

    @Schema(name = "CostSeries", description = "Costs of one kind and currency")
    record Line(
            @Schema(required = true, examples = "contracted") String kind,
            @Schema(required = true, examples = "USD") String currency,
            @Schema(required = true, description = "The last 30 days through today")
                    List<DayView> days,
            @Schema(
                            required = true,
                            description = "In the cycle so far, on whatever days were read",
                            examples = "562.5")
                    BigDecimal spent,
            @Schema(description = "Null where the days do not tell", nullable = true)
                    @Nullable ProjectionView projection,
            @Schema(
                            description = "Why there is no projection; null where there is one",
                            enumeration = {"too_few_settled_days", "unpriced_usage"},
                            nullable = true)
                    @Nullable String reason) {

        static Line of(Series series) {
            return new Line(
                    CostView.written(series.kind()),
                    series.currency().getCurrencyCode(),
                    series.days().stream().map(DayView::of).toList(),
                    series.spent().amount(),
                    series.projection().map(ProjectionView::of).orElse(null),
                    series.reason()
                            .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                            .orElse(null));
        }
    }

    @Schema(name = "CostOfDay")
    record DayView(
            @Schema(required = true, examples = "2026-01-16") LocalDate day,
            @Schema(
                            description =
                                    "Null where nothing is known of a day that was not read whole",
                            nullable = true,
                            examples = "27.5625")
                    @Nullable BigDecimal amount,
            @Schema(
                            required = true,
                            enumeration = {"settled", "provisional", "missing"})
                    String settledness) {

        static DayView of(Day day) {
            return new DayView(
                    day.day(),
                    day.cost().map(Money::amount).orElse(null),
                    day.settledness().name().toLowerCase(Locale.ROOT));
        }
    }

    @Schema(
            name = "CostProjection",
            description =
                    "What the cycle will have cost at its end, rounded, and how that is known")
    record ProjectionView(
            @Schema(required = true, examples = "843.75") BigDecimal estimate,
            @Schema(required = true, examples = "812.1") BigDecimal low,
            @Schema(required = true, examples = "875.4") BigDecimal high,
            @Schema(
                            required = true,
                            description = "How many of a hundred outcomes lie from low to high",
                            examples = "80")
                    int percent,
            @Schema(
                            required = true,
                            description = "Of how many settled days of the last 30 it is made",
                            examples = "27")
                    int settledDays,
            @Schema(required = true, description = "Of one settled day", examples = "28.13")
                    BigDecimal mean,
            @Schema(required = true, description = "Of one settled day", examples = "6.2")
                    BigDecimal standardDeviation,
            @Schema(
                            required = true,
                            description =
                                    "How many days of the cycle are estimated: those to come, and"
                                            + " those not settled yet",
                            examples = "10")
                    int daysAhead,
            @Schema(required = true, examples = "the mean of the settled days for each day ahead")
                    String method) {

        private static final String METHOD =
                "What the settled days of the cycle cost, and the mean of the %d settled days of the"
                        + " last 30 for each of %d days more. The interval is that of a sum of so"
                        + " many days by Student's t, for days that vary as those did, each for"
                        + " itself; it knows neither weekends nor holidays.";

        static ProjectionView of(Projection projection) {
            return new ProjectionView(
                    projection.estimate().amount(),
                    projection.low().amount(),
                    projection.high().amount(),
                    Projection.PERCENT,
                    projection.settledDays(),
                    projection.mean().amount(),
                    projection.deviation().amount(),
                    projection.ahead(),
                    METHOD.formatted(projection.settledDays(), projection.ahead()));
        }
    }

    static CostOutlookView of(Outlook outlook) {
        return new CostOutlookView(
                outlook.source().value(),
                RangeView.of(outlook.cycle()),
                outlook.unpriced(),
                outlook.series().stream().map(Line::of).toList(),
                outlook.standings().stream().map(UsageView.Standing::of).toList());
    }
}

package dev.tallyport.adapter.rest.choice;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.reporting.FindChoices.Meter;
import dev.tallyport.domain.source.SourceName;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is measured, by label.
@Schema(name = "MeterChoices", description = "What is measured, by label")
record MeterChoices(
        @Schema(required = true) List<MeterChoice> meters,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable String next) {

    /// What some sources measure in one unit.
    @Schema(name = "MeterChoice", description = "What some sources measure in one unit")
    record MeterChoice(
            @Schema(required = true, examples = "ACUs", description = "For people to read")
                    String label,
            @Schema(required = true, examples = "acus") String meter,
            @Schema(
                            examples = "ACU",
                            description = "Null where usage itself names it, such as a currency",
                            nullable = true)
                    @Nullable String unit,
            @Schema(
                            examples = "notional",
                            description =
                                    "What an amount of money says: list, contracted, billed,"
                                            + " effective or notional; null for what is no money",
                            nullable = true)
                    @Nullable String money,
            @Schema(
                            required = true,
                            description = "Where it is measured, by name",
                            examples = "[\"acme\"]")
                    List<String> sources) {

        static MeterChoice of(Meter meter) {
            return new MeterChoice(
                    meter.place().label(),
                    meter.meter(),
                    meter.unit().orElse(null),
                    meter.money().map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse(null),
                    meter.sources().stream().map(SourceName::value).toList());
        }
    }

    static MeterChoices of(Page<Meter> page) {
        return new MeterChoices(
                page.rows().stream().map(MeterChoice::of).toList(),
                ChoiceQuery.next(page, Meter::place));
    }
}

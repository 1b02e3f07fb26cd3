package dev.tallyport.adapter.rest.source;

import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Setting;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What can read a vendor, and what it wants to be told.
@Schema(name = "Connector", description = "What can read a vendor, and what it wants to be told")
record ConnectorView(
        @Schema(examples = "devin") String id,
        @Schema(examples = "Devin") String name,
        @Schema(description = "In the order in which people fill them in")
                List<SettingView> settings,
        @Schema(
                        description =
                                "Keys of settings of which exactly one list is given, in full and"
                                        + " without any of the others; empty where there is no"
                                        + " choice")
                List<List<String>> eitherOf,
        @Schema(description = "What it measures, and how finely it tells it apart")
                List<CutView> cuts,
        @Schema(examples = "[\"BACKFILL\"]") List<String> capabilities,
        @Schema(description = "Where the vendor's day begins", examples = "-08:00") String dayZone,
        @Schema(description = "How long after its end a day is stated at last", examples = "PT0S")
                String lag,
        @Schema(
                        description = "How long after its end a day may still be restated",
                        examples = "PT72H")
                String settleHorizon) {

    /// One thing that an operator fills in.
    @Schema(name = "ConnectorSetting", description = "One thing that an operator fills in")
    record SettingView(
            @Schema(examples = "api-key") String key,
            @Schema(
                            description = "URL, PATH and the others are written as text",
                            enumeration = {
                                "TEXT",
                                "URL",
                                "COUNT",
                                "DURATION",
                                "FLAG",
                                "PATH",
                                "CHOICE"
                            })
                    String type,
            boolean required,
            @Schema(description = "Whether the value is never shown again") boolean secret,
            @Schema(
                            description = "What holds when none is given",
                            nullable = true,
                            examples = "https://api.devin.ai")
                    @Nullable String defaultValue,
            @Schema(description = "The only values of a CHOICE, else empty") List<String> allowed,
            @Schema(examples = "Where the API answers.") String description) {

        static SettingView of(Setting setting) {
            return new SettingView(
                    setting.key(),
                    setting.type().name(),
                    setting.required(),
                    setting.secret(),
                    setting.defaultValue().orElse(null),
                    sorted(setting.allowed()),
                    setting.description());
        }
    }

    /// One way in which a vendor divides what it measures.
    @Schema(name = "Cut", description = "One way in which a vendor divides what it measures")
    record CutView(
            @Schema(examples = "acus") String id,
            @Schema(examples = "acus") String meter,
            @Schema(
                            description = "null where each fact names its own",
                            examples = "ACU",
                            nullable = true)
                    @Nullable String unit,
            @Schema(examples = "[\"USER\"]") List<String> dimensions,
            @Schema(enumeration = {"DAY", "HOUR", "EVENT"}) String grain,
            @Schema(
                            description = "Which kind of money; null for none",
                            nullable = true,
                            examples = "CONTRACTED")
                    @Nullable String money,
            @Schema(
                            description = "The cut that it states totals of",
                            nullable = true,
                            examples = "acus")
                    @Nullable String totalOf) {

        static CutView of(Cut cut) {
            return new CutView(
                    cut.id(),
                    cut.meter(),
                    cut.unit().orElse(null),
                    names(cut.dimensions()),
                    cut.grain().name(),
                    cut.money().map(Enum::name).orElse(null),
                    cut.total().map(Cut.Total::of).orElse(null));
        }
    }

    static ConnectorView of(ConnectorDescriptor connector) {
        return new ConnectorView(
                connector.id(),
                connector.name(),
                connector.settings().stream().map(SettingView::of).toList(),
                connector.eitherOf().stream().map(ConnectorView::sorted).toList(),
                connector.cuts().stream().map(CutView::of).toList(),
                names(connector.capabilities()),
                connector.dayZone().getId(),
                connector.lag().toString(),
                connector.settleHorizon().toString());
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }
}

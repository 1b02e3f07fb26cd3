package dev.tallyport.adapter.rest.source;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Settings to try that belong to no source yet.
@Schema(name = "SettingsToCheck", description = "Settings to try that belong to no source yet")
record SettingsToCheck(
        @Schema(required = true, description = "An installed one's id", examples = "devin")
                String connector,
        @Schema(
                        type = SchemaType.OBJECT,
                        additionalProperties = String.class,
                        examples = "{\"api-key\": \"cog_...\"}")
                Map<String, String> settings) {

    static SettingsToCheck of(byte[] sent) {
        var body = Body.of(sent, NewSource.CONNECTOR, NewSource.SETTINGS);
        var connector = body.required(NewSource.CONNECTOR, Kind.text(200));
        var settings = NewSource.given(body);
        body.requireValid();
        return new SettingsToCheck(connector.orElseThrow(), settings);
    }

    /// Keeps the secrets out of logs.
    @Override
    public String toString() {
        return "SettingsToCheck[" + connector + "]";
    }
}

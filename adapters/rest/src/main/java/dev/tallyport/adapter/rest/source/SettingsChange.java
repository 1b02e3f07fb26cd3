package dev.tallyport.adapter.rest.source;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What of a source's settings is to be tried otherwise than it is stored.
@Schema(
        name = "SettingsChange",
        description = "What of a source's settings is to be tried otherwise than it is stored")
record SettingsChange(
        @Schema(
                        description = "null for what is to be tried without",
                        type = SchemaType.OBJECT,
                        additionalProperties = String.class,
                        examples = "{\"api-key\": \"cog_...\"}")
                Map<String, Optional<String>> settings) {

    static SettingsChange of(byte[] sent) {
        var body = Body.of(sent, NewSource.SETTINGS);
        var settings = body.members(NewSource.SETTINGS, Kind.SETTING);
        body.requireValid();
        return new SettingsChange(settings);
    }

    /// Keeps the secrets out of logs.
    @Override
    public String toString() {
        return "SettingsChange" + settings.keySet();
    }
}

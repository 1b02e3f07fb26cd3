package dev.tallyport.adapter.rest.source;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.application.source.AdministerSources.Wanted;
import dev.tallyport.application.source.SyncPause;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A source to be.
@Schema(name = "NewSource", description = "A source to be")
record NewSource(
        @Schema(
                        required = true,
                        description = "Lower-case letters, digits and dashes, at most 63",
                        examples = "acme")
                String name,
        @Schema(required = true, description = "An installed one's id", examples = "devin")
                String connector,
        @Schema(
                        description = "What the connector wants to be told, all of it text",
                        type = SchemaType.OBJECT,
                        additionalProperties = String.class,
                        examples = "{\"api-key\": \"cog_...\"}")
                Map<String, String> settings,
        @Schema(
                        description = "The time between two syncs, PT1S to P31D",
                        defaultValue = "PT15M",
                        examples = "PT15M")
                String every,
        @Schema(description = "Whether it is not to be read yet", defaultValue = "false")
                boolean paused) {

    static final String SETTINGS = "settings";
    static final String EVERY = "every";
    static final String PAUSED = "paused";
    static final String CONNECTOR = "connector";
    static final Kind<Duration> PAUSE = Kind.of(SyncPause.EXPECTED, SyncPause::parse);

    private static final String NAME = "name";

    static Wanted of(byte[] sent) {
        var body = Body.of(sent, NAME, CONNECTOR, SETTINGS, EVERY, PAUSED);
        var name = body.required(NAME, Kind.SOURCE);
        var connector = body.required(CONNECTOR, Kind.text(200));
        var settings = given(body);
        var every = body.oneOrNull(EVERY, PAUSE);
        var paused = body.oneOrNull(PAUSED, Kind.TRUTH);
        body.requireValid();
        return new Wanted(
                name.orElseThrow(),
                connector.orElseThrow(),
                settings,
                every.orElse(SyncPause.DEFAULT),
                paused.orElse(false));
    }

    /// The settings that are not `null`.
    static Map<String, String> given(Body body) {
        var given = new HashMap<String, String>();
        body.members(SETTINGS, Kind.SETTING)
                .forEach((key, value) -> value.ifPresent(text -> given.put(key, text)));
        return given;
    }
}

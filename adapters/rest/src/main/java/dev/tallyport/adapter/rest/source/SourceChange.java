package dev.tallyport.adapter.rest.source;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.application.source.AdministerSources.Change;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a source is to be from now on.
@Schema(name = "SourceChange", description = "How a source is to be; what is absent stays as it is")
record SourceChange(
        @Schema(
                        description =
                                "The settings to change; null for what is to be given no longer",
                        type = SchemaType.OBJECT,
                        additionalProperties = String.class,
                        examples = "{\"api-key\": \"cog_...\"}")
                Map<String, String> settings,
        @Schema(description = "The time between two syncs, PT1S to P31D", examples = "PT15M")
                String every,
        @Schema(description = "true pauses it, false resumes it") boolean paused,
        @Schema(
                        description =
                                "The version that this changes: when the source is another by now,"
                                        + " nothing is changed",
                        examples = "17")
                Optional<Long> version) {

    private static final String VERSION = "version";

    static Change of(byte[] sent) {
        var body = Body.of(sent, NewSource.SETTINGS, NewSource.EVERY, NewSource.PAUSED, VERSION);
        var settings = body.members(NewSource.SETTINGS, Kind.SETTING);
        var every = body.one(NewSource.EVERY, NewSource.PAUSE);
        var paused = body.one(NewSource.PAUSED, Kind.TRUTH);
        var version = body.oneOrNull(VERSION, Kind.ID);
        body.requireValid();
        return new Change(
                settings,
                every,
                paused,
                version.map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }
}

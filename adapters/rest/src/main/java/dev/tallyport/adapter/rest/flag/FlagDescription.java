package dev.tallyport.adapter.rest.flag;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a flag is for.
@Schema(name = "FlagDescription", description = "What a flag is for")
record FlagDescription(
        @Schema(required = true, examples = "Shows the new dashboard") String description) {

    private static final String DESCRIPTION = "description";

    static FlagDescription of(byte[] sent) {
        var body = Body.of(sent, DESCRIPTION);
        var description = body.required(DESCRIPTION, Kind.text(1000));
        body.requireValid();
        return new FlagDescription(description.orElseThrow());
    }
}

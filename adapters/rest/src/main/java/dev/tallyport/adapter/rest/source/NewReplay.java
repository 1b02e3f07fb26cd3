package dev.tallyport.adapter.rest.source;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which reads are to be repeated.
@Schema(name = "NewReplay", description = "Which reads are to be repeated")
record NewReplay(
        @Schema(
                        required = true,
                        description = "Those that began since then",
                        examples = "2026-01-31T08:00:00Z")
                Instant since) {

    private static final String SINCE = "since";

    static NewReplay of(byte[] sent) {
        var body = Body.of(sent, SINCE);
        var since = body.required(SINCE, Kind.INSTANT);
        body.requireValid();
        return new NewReplay(since.orElseThrow());
    }
}

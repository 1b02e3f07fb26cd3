package dev.tallyport.adapter.rest.source;

import dev.tallyport.application.source.SourceState;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why something did not work.
@Schema(name = "ReadFailure", description = "Why a read did not work")
record FailureView(
        @Schema(examples = "UNAUTHORIZED") String kind,
        @Schema(examples = "the vendor does not accept the key") String message) {

    static @Nullable FailureView of(Optional<SourceState.Failure> failure) {
        return failure.map(known -> new FailureView(known.kind(), known.message())).orElse(null);
    }
}

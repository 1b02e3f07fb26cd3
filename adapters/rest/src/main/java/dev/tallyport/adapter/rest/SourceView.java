package dev.tallyport.adapter.rest;

import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.SyncProgress;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a source stands.
@Schema(name = "Source", description = "How a source stands")
public record SourceView(
        @Schema(examples = "acme") String name,
        @Schema(examples = "devin") String connector,
        @Schema(description = "Whether it is still set up; if not, it is read no longer")
                boolean declared,
        @Schema(description = "How it is set up; null when it is so no longer", nullable = true)
                @Nullable SetupView setup,
        @Schema(description = "The sync under way; null when none is", nullable = true)
                @Nullable Progress progress,
        @Schema(description = "When the last sync began", nullable = true)
                @Nullable Instant lastAttemptAt,
        @Schema(
                        description = "When the last sync began that read everything it should",
                        nullable = true)
                @Nullable Instant lastCompleteAt,
        @Schema(description = "When the next sync is due", nullable = true)
                @Nullable Instant nextAttemptAt,
        @Schema(description = "How many syncs failed since the last complete one") int failures,
        @Schema(description = "Why the last sync failed; null when it did not", nullable = true)
                @Nullable Failure lastFailure,
        @Schema(description = "How many records were never understood") long rejects) {

    /// How far a sync has come.
    @Schema(name = "SyncProgress", description = "How far a sync has come")
    public record Progress(
            Instant startedAt,
            @Schema(description = "Steps done", examples = "42") long steps,
            @Schema(description = "Steps altogether, as far as is known", examples = "120")
                    long expected,
            @Schema(
                            description =
                                    "Steps done in percent; null while their number is unknown",
                            examples = "35",
                            nullable = true)
                    @Nullable Integer percent,
            @Schema(description = "Facts read") long facts,
            @Schema(description = "Versions written") long changed,
            @Schema(
                            description = "At the pace so far; null while there is none",
                            examples = "17",
                            nullable = true)
                    @Nullable Long secondsLeft) {

        static Progress of(SyncProgress progress, Instant now) {
            return new Progress(
                    progress.startedAt(),
                    progress.steps(),
                    progress.expected(),
                    percentOf(progress),
                    progress.facts(),
                    progress.changed(),
                    progress.timeLeft(now).map(Duration::toSeconds).orElse(null));
        }

        /// Rounded down, so that 100 means that no step is left.
        private static @Nullable Integer percentOf(SyncProgress progress) {
            return progress.expected() <= 0
                    ? null
                    : Math.toIntExact(
                            Math.min(progress.steps(), progress.expected())
                                    * 100
                                    / progress.expected());
        }
    }

    /// Why a sync failed.
    @Schema(name = "SyncFailure", description = "Why a sync failed")
    public record Failure(
            @Schema(examples = "UNAUTHORIZED") String kind,
            @Schema(examples = "the vendor refused the key") String message) {}

    static SourceView of(KnownSource source, long rejects, Instant now) {
        var setup = source.setup().map(SetupView::of).orElse(null);
        return source.state()
                .map(state -> of(state, setup, rejects, now))
                .orElseGet(() ->
                        new SourceView(
                                source.name().value(),
                                source.connector(),
                                setup != null,
                                setup,
                                null,
                                null,
                                null,
                                null,
                                0,
                                null,
                                rejects));
    }

    private static SourceView of(
            SourceState state, @Nullable SetupView setup, long rejects, Instant now) {
        return new SourceView(
                state.name().value(),
                state.connector(),
                setup != null,
                setup,
                state.running().map(progress -> Progress.of(progress, now)).orElse(null),
                state.lastAttemptAt().orElse(null),
                state.lastCompleteAt().orElse(null),
                state.nextAttemptAt().orElse(null),
                state.failures(),
                state.lastFailure()
                        .map(failure -> new Failure(failure.kind(), failure.message()))
                        .orElse(null),
                rejects);
    }
}

package dev.tallyport.adapter.rest.source;

import dev.tallyport.application.health.SourceEvents.Event;
import dev.tallyport.application.health.SourceHealth;
import dev.tallyport.application.ingestion.Reads;
import dev.tallyport.application.reporting.CompareTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far a source can be relied on.
@Schema(
        name = "SourceHealth",
        description = "How far a source can be relied on, by the vendor's own days")
record SourceHealthView(
        @Schema(examples = "acme") String source,
        @Schema(
                        description =
                                "The worst that can be said of it. not_installed: its connector is not"
                                        + " in this build. not_read: it is declared no longer, or"
                                        + " paused. never_complete: it was never read whole. failing:"
                                        + " the last sync failed. late: its data are older than the"
                                        + " connector declares. healthy: nothing.",
                        enumeration = {
                            "not_installed",
                            "not_read",
                            "never_complete",
                            "failing",
                            "late",
                            "healthy"
                        })
                String standing,
        @Schema(description = "The first day that was ever read whole", nullable = true)
                @Nullable LocalDate readFrom,
        @Schema(description = "Until when the data reach", nullable = true)
                @Nullable Instant dataThrough,
        @Schema(description = "Until when nothing will change any more", nullable = true)
                @Nullable Instant settledThrough,
        @Schema(description = "Days between the first and the last that were never read whole")
                long missingDays,
        @Schema(description = "When the last sync began that read everything", nullable = true)
                @Nullable Instant lastSuccess,
        @Schema(nullable = true) @Nullable Instant nextAttempt,
        @Schema(description = "How many syncs failed since the last complete one") int failures,
        @Schema(nullable = true) @Nullable FailureView lastFailure,
        @Schema(description = "Since when its data are older than declared", nullable = true)
                @Nullable Instant lateSince,
        @Schema(description = "How many records were never understood") long rejects,
        @Schema(description = "How often the vendor asked to be left alone in the reads below")
                long rateLimitWaits,
        @Schema(description = "What the last reads said") List<NoteView> notes,
        @Schema(
                        description =
                                "Declared totals of the last 35 days that are not the sum of their"
                                        + " parts, by total and cause; each of them is in the"
                                        + " reconciliation")
                List<DifferenceView> differences,
        @Schema(description = "The last ones first") List<ReadView> reads,
        @Schema(description = "The last ones first") List<EventView> events) {

    @Schema(name = "SourceNote", description = "What an operator should know of a read")
    record NoteView(
            @Schema(examples = "sessions") String part,
            @Schema(examples = "the key lacks ViewAccountSessions") String message) {}

    @Schema(
            name = "TotalsDifference",
            description = "Declared totals that are not the sum of their parts")
    record DifferenceView(
            @Schema(description = "The cut that declares them", examples = "organizations")
                    String total,
            @Schema(enumeration = {"unattributed", "exceeded", "late"}) String cause,
            @Schema(examples = "3") long count,
            @Schema(description = "Declared beyond the parts", examples = "15.25")
                    BigDecimal difference,
            @Schema(examples = "ACU") String unit) {

        static DifferenceView of(CompareTotals.Difference difference) {
            return new DifferenceView(
                    difference.total(),
                    word(difference.cause()),
                    difference.count(),
                    difference.sum().amount(),
                    difference.sum().unit().symbol());
        }
    }

    @Schema(name = "SourceRead", description = "A read of a source")
    record ReadView(
            @Schema(examples = "42") long id,
            @Schema(enumeration = {"sync", "backfill", "replay"}) String kind,
            Instant startedAt,
            @Schema(nullable = true) @Nullable Instant endedAt,
            @Schema(
                            description = "null while it is under way or when it was killed",
                            nullable = true,
                            enumeration = {"complete", "failed", "stopped"})
                    @Nullable String outcome,
            CountsView counts,
            @Schema(nullable = true) @Nullable FailureView failure) {

        static ReadView of(Reads.Seen read) {
            return new ReadView(
                    read.id(),
                    word(read.kind()),
                    read.startedAt(),
                    read.endedAt().orElse(null),
                    read.outcome().map(SourceHealthView::word).orElse(null),
                    CountsView.of(read.counts()),
                    FailureView.of(read.failure()));
        }
    }

    @Schema(name = "SourceEvent", description = "Something that happened to a source")
    record EventView(
            @Schema(enumeration = {"late", "recovered"}) String kind,
            Instant at,
            @Schema(examples = "nothing was read since 2026-01-31T08:00:00Z") String message) {}

    static SourceHealthView of(SourceHealth health, long rejects, List<Event> events) {
        var state = health.state();
        return new SourceHealthView(
                state.name().value(),
                word(health.standing()),
                health.readFrom().orElse(null),
                health.dataThrough().orElse(null),
                health.settledThrough().orElse(null),
                health.missingDays(),
                state.lastCompleteAt().orElse(null),
                state.nextAttemptAt().orElse(null),
                state.failures(),
                FailureView.of(state.lastFailure()),
                health.lateSince().orElse(null),
                rejects,
                health.reads().stream().mapToLong(read -> read.counts().waits()).sum(),
                health.notes().stream()
                        .map(note -> new NoteView(note.part(), note.message()))
                        .toList(),
                health.differences().stream().map(DifferenceView::of).toList(),
                health.reads().stream().map(ReadView::of).toList(),
                events.stream()
                        .map(event ->
                                new EventView(word(event.kind()), event.at(), event.message()))
                        .toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

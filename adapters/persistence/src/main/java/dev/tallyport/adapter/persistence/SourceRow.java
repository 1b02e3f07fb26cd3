package dev.tallyport.adapter.persistence;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.SyncProgress;
import dev.tallyport.domain.source.SourceName;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "source")
class SourceRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id;

    String name = "";
    String connector = "";
    @Nullable String checkpoint;
    @Nullable Instant leaseUntil;
    @Nullable Instant startedAt;
    long stepsDone;
    long stepsExpected;
    long factsRead;
    long factsChanged;
    @Nullable Instant lastAttemptAt;
    @Nullable Instant lastCompleteAt;
    @Nullable Instant nextAttemptAt;
    int failures;
    @Nullable String errorKind;
    @Nullable String errorMessage;

    SourceState toState(Instant now) {
        return new SourceState(
                new SourceId(id),
                new SourceName(name),
                connector,
                running(now),
                Optional.ofNullable(lastAttemptAt),
                Optional.ofNullable(lastCompleteAt),
                Optional.ofNullable(nextAttemptAt),
                failures,
                Optional.ofNullable(errorKind)
                        .map(kind ->
                                new SourceState.Failure(
                                        kind, Optional.ofNullable(errorMessage).orElse(""))));
    }

    /// A sync whose lease ran out is not under way, whatever it last said.
    private Optional<SyncProgress> running(Instant now) {
        if (startedAt == null || leaseUntil == null || leaseUntil.isBefore(now)) {
            return Optional.empty();
        }
        return Optional.of(
                new SyncProgress(startedAt, stepsDone, stepsExpected, factsRead, factsChanged));
    }
}

package dev.tallyport.application.ingestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Forgets what vendors answered when it was kept long enough.
@ApplicationScoped
public class ForgetAnswers {

    private final Reads reads;
    private final AnswerRetention retention;
    private final InstantSource clock;

    ForgetAnswers(Reads reads, AnswerRetention retention, InstantSource clock) {
        this.reads = reads;
        this.retention = retention;
        this.clock = clock;
    }

    public void forget() {
        reads.forgetBefore(clock.instant().minus(retention.duration()));
    }
}

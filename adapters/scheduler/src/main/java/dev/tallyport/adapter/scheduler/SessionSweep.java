package dev.tallyport.adapter.scheduler;

import dev.tallyport.application.account.Sessions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Has sessions that are over forgotten.
@ApplicationScoped
class SessionSweep {

    private final Sessions sessions;
    private final InstantSource clock;

    SessionSweep(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(identity = "session-sweep", every = "1h", delayed = "1m")
    void sweep() {
        sessions.sweep(clock.instant());
    }
}

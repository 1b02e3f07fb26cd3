package dev.tallyport.bootstrap;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.application.access.Viewer;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Lets a test ask as somebody for whom there is no credential yet.
@Decorator
@Priority(1)
class StandInViewer implements CurrentViewer {

    private static final AtomicReference<@Nullable Viewer> STAND_IN = new AtomicReference<>();

    private final CurrentViewer proven;

    @Inject
    StandInViewer(@Delegate CurrentViewer proven) {
        this.proven = proven;
    }

    /// Everybody who asks while the action runs is this viewer.
    static void during(Viewer viewer, Runnable action) {
        STAND_IN.set(viewer);
        try {
            action.run();
        } finally {
            STAND_IN.set(null);
        }
    }

    @Override
    public Optional<Viewer> viewer() {
        return Optional.ofNullable(STAND_IN.get()).or(proven::viewer);
    }
}

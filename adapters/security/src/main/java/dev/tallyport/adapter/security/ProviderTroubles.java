package dev.tallyport.adapter.security;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Tells the operator that the identity provider could not be asked, at once and then once a minute
/// at most: every request of everybody meets the same trouble.
@ApplicationScoped
class ProviderTroubles {

    private static final Logger LOG = System.getLogger(ProviderTroubles.class.getName());

    /// Of what the provider, or whoever claims to come from it, said.
    private static final int LONGEST = 300;

    private final Consumer<Runnable> inAMinute;
    private final Consumer<String> log;
    private boolean told;
    private long untold;
    private String latest = "";

    @Inject
    ProviderTroubles(Vertx vertx) {
        this(
                tell -> vertx.setTimer(TimeUnit.MINUTES.toMillis(1), _ -> tell.run()),
                line -> LOG.log(Level.WARNING, line));
    }

    ProviderTroubles(Consumer<Runnable> inAMinute, Consumer<String> log) {
        this.inAMinute = inAMinute;
        this.log = log;
    }

    /// What is no trouble but a refusal is not told: others count those.
    synchronized void note(Throwable failure) {
        if (!ProviderFailure.isTrouble(failure)) {
            return;
        }
        latest = described(failure);
        untold++;
        if (!told) {
            tell();
        }
    }

    private void tell() {
        log.accept("identity provider: requests=" + untold + " failed, the latest with " + latest);
        untold = 0;
        told = true;
        inAMinute.accept(this::tellAgain);
    }

    private synchronized void tellAgain() {
        told = false;
        if (untold > 0) {
            tell();
        }
    }

    private static String described(Throwable failure) {
        var innermost = ProviderFailure.causes(failure).getLast();
        var text = innermost.getClass().getSimpleName() + ": " + innermost.getMessage();
        var line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(LONGEST, line.length()));
    }
}

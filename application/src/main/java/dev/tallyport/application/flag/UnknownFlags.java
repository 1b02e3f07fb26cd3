package dev.tallyport.application.flag;

import dev.tallyport.domain.flag.Flag;
import dev.tallyport.domain.flag.FlagDecision;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells the operator, once each, of flags that are asked for and that nobody set up.
public final class UnknownFlags {

    private static final Logger LOG = System.getLogger(UnknownFlags.class.getName());
    private static final int MOST = 1000;

    private final Set<Flag> reported = ConcurrentHashMap.newKeySet();

    /// @return whether it was told now
    public boolean report(Flag flag, FlagDecision decision) {
        var isNews =
                decision.rule() instanceof FlagDecision.Rule.Unknown
                        && reported.size() < MOST
                        && reported.add(flag);
        if (isNews) {
            LOG.log(Level.WARNING, "a flag that nobody set up counts as off: flag={0}", flag.key());
        }
        return isNews;
    }
}

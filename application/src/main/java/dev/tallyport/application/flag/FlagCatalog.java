package dev.tallyport.application.flag;

import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.flag.Flag;
import dev.tallyport.domain.flag.FlagState;
import dev.tallyport.domain.flag.Flags;
import java.time.Instant;
import java.util.List;

/// Every flag, as it was set. Read fresh: what another instance changed a moment ago is in it.
public interface FlagCatalog {

    /// @param states at most one for each scope
    record Defined(Flag flag, String description, List<Setting> states) {

        public Defined {
            states = List.copyOf(states);
        }
    }

    /// @param changedBy the name of whoever set it so
    /// @param reason why, in their words; may be empty
    record Setting(
            Scope scope, FlagState state, String changedBy, Instant changedAt, String reason) {}

    Flags flags();

    /// By key.
    List<Defined> all();

    /// Sets it up, or describes it anew.
    void define(Flag flag, String description);

    /// With all of its states.
    void remove(Flag flag);

    /// Takes the place of the state that the flag has there.
    void set(Flag flag, Setting setting);

    void clear(Flag flag, Scope scope);
}

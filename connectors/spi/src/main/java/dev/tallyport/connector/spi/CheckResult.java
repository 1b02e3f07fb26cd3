package dev.tallyport.connector.spi;

import java.util.List;

/// What trying the settings against the vendor came to. Reasons are for the operator.
public sealed interface CheckResult {

    /// The vendor answers and the credentials may read usage.
    ///
    /// @param notes what will be missing nevertheless
    record Ok(List<Note> notes) implements CheckResult {

        public Ok {
            notes = List.copyOf(notes);
        }

        /// Nothing is missing.
        public Ok() {
            this(List.of());
        }
    }

    /// A setting is wrong; nothing helps but changing it.
    record Misconfigured(String key, String reason) implements CheckResult {}

    /// The vendor could not be reached or could not answer; later may be better.
    record Unavailable(String reason) implements CheckResult {}
}

package dev.tallyport.application.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// One thing that was done.
///
/// @param number in the order of recording, without gaps
/// @param principal who did it, such as `person:7`
/// @param name what they were called then
/// @param origin the address that the request came from; empty for what came from nowhere
/// @param action an [Action]'s key, also one of a former version
/// @param target what it was done to, such as `role:lead`
/// @param before how things stood, by member; never a secret
/// @param after how things stand since, or what was asked
public record AuditEntry(
        long number,
        Instant at,
        String principal,
        String name,
        Optional<String> origin,
        String action,
        String target,
        SortedMap<String, String> before,
        SortedMap<String, String> after) {

    /// What is to be recorded.
    ///
    /// @param target what it is done to, such as `role:lead`
    public record Draft(
            Actor by,
            Action action,
            String target,
            Map<String, String> before,
            Map<String, String> after) {

        public Draft {
            before = Map.copyOf(before);
            after = Map.copyOf(after);
        }

        /// Something that was not there before.
        public static Draft of(Actor by, Action action, String target, Map<String, String> after) {
            return new Draft(by, action, target, Map.of(), after);
        }
    }
}

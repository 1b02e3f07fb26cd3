package dev.tallyport.simulator.devin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many ACUs of a cycle may be consumed; who is not named here is not limited.
///
/// @param enterprise of cloud sessions, or null
/// @param cloud by organization
/// @param local by organization
/// @param users by person, for cloud and local use together
/// @param everyUser of each person without a limit of their own, or null
public record AcuLimits(
        @Nullable Integer enterprise,
        Map<String, Integer> cloud,
        Map<String, Integer> local,
        Map<String, Integer> users,
        @Nullable Integer everyUser) {

    public AcuLimits {
        cloud = Map.copyOf(cloud);
        local = Map.copyOf(local);
        users = Map.copyOf(users);
    }
}

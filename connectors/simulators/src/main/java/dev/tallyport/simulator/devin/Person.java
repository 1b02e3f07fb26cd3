package dev.tallyport.simulator.devin;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who is or was a member.
///
/// @param organizations ids of the present ones only
public record Person(
        String id,
        @Nullable String email,
        @Nullable String name,
        LocalDate joined,
        List<String> organizations) {

    public Person {
        organizations = List.copyOf(organizations);
    }
}

package dev.tallyport.simulator.codemie;

import java.util.List;

/// Somebody who has or had an account.
///
/// @param id a UUID
/// @param isActive whether the list of users still has them
/// @param isResolved whether tables show the e-mail address instead of the id
/// @param isListedByName whether the list of users shows the name instead of the e-mail address
public record Account(
        String id,
        String email,
        String name,
        List<String> projects,
        boolean isActive,
        boolean isResolved,
        boolean isListedByName) {

    public Account {
        projects = List.copyOf(projects);
    }

    /// In tables.
    public String shown() {
        return isResolved ? email : id;
    }
}

package dev.tallyport.simulator.codemie;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a token may see.
///
/// @param user the id of the account that it stands for
/// @param projects those it is a plain member of, where it sees only its own
/// @param administered those it sees everybody of
/// @param mayReadNothing an account that may only run things
public record Access(
        String user,
        boolean isAdmin,
        boolean isAuditor,
        List<String> projects,
        List<String> administered,
        boolean mayReadNothing) {

    private static final String SERVICE = "5e7f1ce0-0000-4000-8000-000000000001";

    public Access {
        projects = List.copyOf(projects);
        administered = List.copyOf(administered);
    }

    public static Access admin() {
        return new Access(SERVICE, true, false, List.of(), List.of(), false);
    }

    public static Access auditor() {
        return new Access(SERVICE, false, true, List.of(), List.of(), false);
    }

    public static Access projectAdmin(String... administered) {
        return new Access(SERVICE, false, false, List.of(), List.of(administered), false);
    }

    public static Access member(Account account) {
        return new Access(account.id(), false, false, account.projects(), List.of(), false);
    }

    public static Access none() {
        return new Access(SERVICE, false, false, List.of(), List.of(), true);
    }

    boolean seesAll() {
        return isAdmin || isAuditor;
    }

    Set<String> accessible() {
        var accessible = new HashSet<>(projects);
        accessible.addAll(administered);
        return accessible;
    }

    /// Usage without a project is seen by those alone who see all.
    boolean sees(Usage usage) {
        return seesAll()
                || administered.contains("" + usage.project())
                || (usage.user().equals(user) && projects.contains("" + usage.project()));
    }
}

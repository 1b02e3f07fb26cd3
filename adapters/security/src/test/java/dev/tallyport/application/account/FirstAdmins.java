package dev.tallyport.application.account;

import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.person.People;
import dev.tallyport.application.role.Roles;
import java.time.InstantSource;

/// Puts the use case together, as CDI does in the finished application.
public final class FirstAdmins {

    private FirstAdmins() {}

    public static CreateFirstAdmin with(
            Accounts accounts,
            People people,
            Roles roles,
            Passwords passwords,
            SignInWays ways,
            AuditTrail audit,
            InstantSource clock) {
        return new CreateFirstAdmin(accounts, people, roles, passwords, ways, audit, clock);
    }
}

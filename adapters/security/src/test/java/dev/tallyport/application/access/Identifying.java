package dev.tallyport.application.access;

import dev.tallyport.application.account.Accounts;
import dev.tallyport.application.account.Sessions;
import dev.tallyport.application.account.SignInWays;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.person.Linking;
import dev.tallyport.application.person.People;
import dev.tallyport.application.serviceuser.Secrets;
import dev.tallyport.application.serviceuser.ServiceUsers;
import java.time.InstantSource;

/// Puts the use case together, as CDI does in the finished application.
public final class Identifying {

    private Identifying() {}

    public static IdentifyViewer with(
            ServiceUsers serviceUsers,
            Accounts accounts,
            Sessions sessions,
            People people,
            SignInWays ways,
            Secrets secrets,
            Rights rights,
            AuditTrail audit,
            InstantSource clock) {
        return new IdentifyViewer(
                serviceUsers,
                accounts,
                sessions,
                new ProvidedAccounts(
                        accounts, people, Linking.with(people, audit, clock), audit, clock),
                ways,
                secrets,
                rights,
                clock);
    }
}

package dev.tallyport.application.oneself;

import dev.tallyport.application.account.Accounts;
import dev.tallyport.application.account.CurrentSession;
import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.account.SignInWays;
import dev.tallyport.application.person.People;
import dev.tallyport.application.person.People.Known;
import dev.tallyport.application.source.Organizations;
import dev.tallyport.application.source.Organizations.Named;
import dev.tallyport.domain.access.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Puts names to what is known of whoever asks.
@ApplicationScoped
public class DescribeOneself {

    /// @param account by which they are signed in; empty for a program, which has a key or a token
    /// @param passwordHere whether the account has its password here, to be changed here
    /// @param linkedTo what the vendors know them as, by source and id
    /// @param memberOf the organizations and projects that they belong to now, by source and id
    public record Oneself(
            Optional<SignInAccount> account,
            boolean passwordHere,
            List<Known> linkedTo,
            List<Named> memberOf) {

        public Oneself {
            linkedTo = List.copyOf(linkedTo);
            memberOf = List.copyOf(memberOf);
        }
    }

    private final CurrentSession currentSession;
    private final Accounts accounts;
    private final SignInWays ways;
    private final People people;
    private final Organizations organizations;

    DescribeOneself(
            CurrentSession currentSession,
            Accounts accounts,
            SignInWays ways,
            People people,
            Organizations organizations) {
        this.currentSession = currentSession;
        this.accounts = accounts;
        this.ways = ways;
        this.people = people;
        this.organizations = organizations;
    }

    public Oneself of(Viewer viewer) {
        var account = currentSession.session().flatMap(session -> accounts.find(session.account()));
        return new Oneself(
                account,
                ways.password() && account.filter(SignInAccount::isLocal).isPresent(),
                viewer.account().linkedTo().stream()
                        .sorted()
                        .flatMap(user -> people.known(user).stream())
                        .toList(),
                memberOf(viewer));
    }

    /// A project of which the vendor says nothing has no name.
    private List<Named> memberOf(Viewer viewer) {
        var listed = organizations.all();
        return viewer.account().memberOf().stream()
                .sorted()
                .map(one ->
                        listed.stream()
                                .filter(known -> known.organization().equals(one))
                                .findFirst()
                                .orElseGet(() -> new Named(one, Optional.empty())))
                .toList();
    }
}

package dev.tallyport.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The people who can sign in to the demo beside its admin: people of the simulated vendor, one for
/// each way in which Tallyport treats somebody.
final class SampleAccounts {

    static final List<String> LOGINS =
            List.of("admin", "project-admin", "developer", "newcomer", "contractor");

    private static final Pattern MEMBER = Pattern.compile("\"email\":\"([^\"]+)\".*?]");
    private static final Pattern ORGANIZATION = Pattern.compile("\"org_id\":\"([^\"]+)\"");
    private static final Pattern RESET = Pattern.compile("#reset-password=([^\"]+)");
    private static final Pattern PERSON = Pattern.compile("\"person\"\\s*:\\s*([0-9]+)");

    private final JsonClient tallyport;
    private final JsonClient vendor;

    SampleAccounts(JsonClient tallyport, JsonClient vendor) {
        this.tallyport = tallyport;
        this.vendor = vendor;
    }

    /// Leaves alone who has an account already.
    void signUp(String password) throws IOException, InterruptedException {
        var members = members();
        var developer = members.getFirst();
        var colleagues =
                members.stream().skip(1).filter(each -> each.isColleagueOf(developer)).toList();
        var contractor =
                members.stream()
                        .filter(each -> each.organizations().size() == 1)
                        .filter(each -> !each.isColleagueOf(developer))
                        .findFirst()
                        .orElseThrow();
        if (signUp("developer", developer, password, "member", "")) {
            exposeAnalytics(true, "", "so that the sample's developer sees their own numbers");
        }
        signUp("project-admin", colleagues.get(0), password, "admin", scope(developer));
        signUp("newcomer", colleagues.get(1), password);
        if (signUp("contractor", contractor, password, "member", "")) {
            exposeAnalytics(
                    false, scope(contractor), "so that the sample's contractor sees no numbers");
        }
    }

    private List<Member> members() throws IOException, InterruptedException {
        var members = new ArrayList<Member>();
        var found = MEMBER.matcher(vendor.get("/v3/enterprise/members/users"));
        while (found.find()) {
            var organizations = new ArrayList<String>();
            var each = ORGANIZATION.matcher(found.group());
            while (each.find()) {
                organizations.add(each.group(1));
            }
            members.add(new Member(found.group(1), organizations));
        }
        return members;
    }

    /// @param scope where they have the role
    /// @return whether there was no account of this login
    private boolean signUp(String login, Member member, String password, String role, String scope)
            throws IOException, InterruptedException {
        var person = signUp(login, member, password);
        if (person.isPresent()) {
            tallyport.send(
                    "POST",
                    "/api/v1/role-assignments",
                    """
                    {"to": {"person": %s}, "role": "%s"%s}
                    """
                            .formatted(person.get(), role, scope));
        }
        return person.isPresent();
    }

    /// @return the number of the person, unless there was an account of this login
    private Optional<String> signUp(String login, Member member, String password)
            throws IOException, InterruptedException {
        var account =
                tallyport.send(
                        "POST",
                        "/api/v1/accounts",
                        """
                        {"login": "%s", "address": "%s", "addressVerified": true}
                        """
                                .formatted(login, member.address()));
        var reset = RESET.matcher(account);
        var person = PERSON.matcher(account);
        if (!reset.find() || !person.find()) {
            return Optional.empty();
        }
        tallyport.send(
                "POST",
                "/api/v1/password-reset",
                """
                {"token": "%s", "password": "%s"}
                """
                        .formatted(reset.group(1), password));
        return Optional.of(person.group(1));
    }

    private void exposeAnalytics(boolean on, String scope, String reason)
            throws IOException, InterruptedException {
        tallyport.send(
                "PUT",
                "/api/v1/flags/expose-personal-analytics/state",
                """
                {"on": %b, "reason": "%s"%s}
                """
                        .formatted(on, reason, scope));
    }

    private static String scope(Member member) {
        return ", \"scope\": {\"source\": \"acme\", \"organization\": \"%s\"}"
                .formatted(member.organizations().getFirst());
    }

    /// @param organizations their ids
    private record Member(String address, List<String> organizations) {

        boolean isColleagueOf(Member other) {
            return organizations.stream().anyMatch(other.organizations::contains);
        }
    }
}

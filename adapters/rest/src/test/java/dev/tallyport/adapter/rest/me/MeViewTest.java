package dev.tallyport.adapter.rest.me;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.adapter.rest.AnyViewer;
import dev.tallyport.adapter.rest.organization.OrganizationView;
import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.oneself.DescribeOneself.Oneself;
import dev.tallyport.application.person.People.Known;
import dev.tallyport.application.source.Organizations.Named;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeViewTest {

    private static final Principal.Person ADA = new Principal.Person(7);

    private static Oneself signedIn() {
        var account =
                new SignInAccount(
                        new AccountId(12),
                        ADA,
                        Optional.empty(),
                        "ada",
                        "Ada Lovelace",
                        Optional.of("ada@example.com"),
                        true,
                        true,
                        Optional.empty(),
                        Instant.EPOCH,
                        Optional.empty());
        return new Oneself(
                Optional.of(account),
                true,
                List.of(
                        new Known(
                                AnyViewer.USER,
                                Optional.of("Ada"),
                                Optional.empty(),
                                false,
                                Optional.of(ADA))),
                List.of(new Named(AnyViewer.ORGANIZATION, Optional.of("Platform"))));
    }

    @Test
    void everybodyLearnsWhatIsKnownOfThem() {
        var me = MeView.of(AnyViewer.who(), signedIn());

        assertThat(me.principal()).isEqualTo("person:7");
        assertThat(me.account())
                .isEqualTo(new OwnAccountView("ada", "ada@example.com", true, true, true));
        assertThat(me.permissions()).isEmpty();
        assertThat(me.linkedTo()).containsExactly(new OwnUserView("acme", "email|1", "Ada", null));
        assertThat(me.memberOf())
                .containsExactly(new OrganizationView("acme", "org-1", "Platform"));
        assertThat(me.personalAnalytics().on()).isFalse();
        assertThat(me.personalAnalytics().rule().kind()).isEqualTo("unknown");
    }

    @Test
    void whatIsMissingForPersonalAnalyticsIsNamed() {
        var permitted = AnyViewer.who(Permission.VIEW_PERSONAL_ANALYTICS);

        assertThat(PersonalAnalyticsView.of(AnyViewer.who()).missing())
                .containsExactly("flag", "permission");
        assertThat(PersonalAnalyticsView.of(permitted).missing()).containsExactly("flag");
        assertThat(PersonalAnalyticsView.of(permitted).shown()).isFalse();
    }

    @Test
    void aProgramHasNoAccount() {
        var program = new Oneself(Optional.empty(), false, List.of(), List.of());

        assertThat(MeView.of(AnyViewer.who(), program).account()).isNull();
    }

    @Test
    void howMuchIsSeenIsSaidOfEverySubject() {
        var lead =
                AnyViewer.with(
                        Set.of(
                                new Grant(
                                        Permission.VIEW_ORG_CONSUMPTION,
                                        new Scope.Organization(AnyViewer.ORGANIZATION)),
                                new Grant(Permission.VIEW_AUDIT_LOG, new Scope.Enterprise())));

        assertThat(Seen.by(lead))
                .hasSize(11)
                .containsEntry("consumption", "part")
                .containsEntry("audit-log", "all")
                .containsEntry("service-users", "none");
    }
}

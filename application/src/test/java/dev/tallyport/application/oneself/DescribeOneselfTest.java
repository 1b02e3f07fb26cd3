package dev.tallyport.application.oneself;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.account.CurrentSession.Session;
import dev.tallyport.application.account.InMemoryAccounts;
import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.account.SignInWays;
import dev.tallyport.application.person.InMemoryPeople;
import dev.tallyport.application.source.Organizations.Named;
import dev.tallyport.domain.access.Account;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DescribeOneselfTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final SourceName ACME = new SourceName("acme");
    private static final VendorOrganization ONE = new VendorOrganization(ACME, "one");
    private static final VendorOrganization TWO = new VendorOrganization(ACME, "two");

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final SignInAccount mia = accounts.local(Viewers.MIA, "mia", NOW);

    private DescribeOneself describeOneself(SignInWays ways, Optional<Session> session) {
        return new DescribeOneself(
                () -> session,
                accounts,
                ways,
                new InMemoryPeople(),
                () -> List.of(new Named(ONE, Optional.of("Platform"))));
    }

    private Optional<Session> session() {
        return Optional.of(new Session(mia.id(), "digest", true, "token"));
    }

    @Test
    void aPasswordIsChangedHereWhereLocalAccountsAre() {
        var here = describeOneself(new SignInWays(true, true), session());
        var elsewhere = describeOneself(new SignInWays(false, true), session());

        assertThat(here.of(Viewers.holding()).account()).contains(mia);
        assertThat(here.of(Viewers.holding()).passwordHere()).isTrue();
        assertThat(elsewhere.of(Viewers.holding()).passwordHere()).isFalse();
    }

    @Test
    void aProgramHasNoAccount() {
        var program = describeOneself(new SignInWays(true, true), Optional.empty());

        assertThat(program.of(Viewers.holding()).account()).isEmpty();
        assertThat(program.of(Viewers.holding()).passwordHere()).isFalse();
    }

    @Test
    void organizationsAreNamedAsTheirVendorsNameThem() {
        var member =
                new Viewer(
                        new Account(
                                Viewers.MIA,
                                "Mia",
                                true,
                                Optional.empty(),
                                Set.of(),
                                Set.of(),
                                Set.of(TWO, ONE),
                                Set.of()),
                        Flags.NONE,
                        NOW);

        var oneself = describeOneself(new SignInWays(true, false), session()).of(member);

        assertThat(oneself.memberOf())
                .containsExactly(
                        new Named(ONE, Optional.of("Platform")), new Named(TWO, Optional.empty()));
    }
}

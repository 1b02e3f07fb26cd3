package dev.tallyport.application.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FindUserTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");
    private static final SourceName ACME = new SourceName("acme");
    private static final SourceName BETA = new SourceName("beta");

    private final KnownSources sources = new KnownSources();
    private final InMemoryUsageReports reports = new InMemoryUsageReports();
    private final FindUser findUser = new FindUser(sources, reports);

    FindUserTest() {
        var acme = sources.register(ACME, "test");
        sources.register(BETA, "test");
        reports.use(acme, "daily", DAY, used("ann", "one"), 1);
        reports.use(acme, "daily", DAY, used("bob", "two"), 1);
    }

    private static Group used(String user, String organization) {
        return Group.of(Dimension.USER, user).with(Dimension.ORGANIZATION, organization);
    }

    private boolean isKnown(Visibility visibility, String user) {
        return findUser.isKnown(visibility, "test", user);
    }

    @Test
    void whoeverSeesEverythingKnowsEveryUserThatWasNamed() {
        assertThat(isKnown(new Visibility.Everything(), "ann")).isTrue();
        assertThat(isKnown(new Visibility.Everything(), "zoe")).isFalse();
        assertThat(isKnown(new Visibility.Everything(), " ")).isFalse();
        assertThat(findUser.isKnown(new Visibility.Everything(), "other", "ann")).isFalse();
    }

    @Test
    void whoeverSeesNothingKnowsNobody() {
        assertThat(isKnown(new Visibility.Nothing(), "ann")).isFalse();
    }

    @Test
    void usersOfOtherOrganizationsAreUnknown() {
        var one =
                new Visibility.Some(
                        Set.of(new VendorOrganization(ACME, "one")), Set.of(), Set.of(), Set.of());

        assertThat(isKnown(one, "ann")).isTrue();
        assertThat(isKnown(one, "bob")).isFalse();
        assertThat(isKnown(one, "zoe")).isFalse();
    }

    @Test
    void oneselfIsKnownWhereSomethingOfOnesOwnIsSeen() {
        var ann = Set.of(new VendorUser(ACME, "ann"));
        var everywhere = new Visibility.Some(Set.of(), ann, Set.of(), Set.of());
        var within =
                new Visibility.Some(
                        Set.of(), Set.of(), ann, Set.of(new VendorOrganization(ACME, "one")));
        var elsewhere =
                new Visibility.Some(
                        Set.of(new VendorOrganization(ACME, "two")),
                        Set.of(),
                        ann,
                        Set.of(new VendorOrganization(BETA, "one")));

        assertThat(isKnown(everywhere, "ann")).isTrue();
        assertThat(isKnown(everywhere, "bob")).isFalse();
        assertThat(isKnown(within, "ann")).isTrue();
        assertThat(isKnown(elsewhere, "ann")).isFalse();
    }
}

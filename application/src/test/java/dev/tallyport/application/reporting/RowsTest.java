package dev.tallyport.application.reporting;

import static dev.tallyport.domain.usage.Dimension.ORGANIZATION;
import static dev.tallyport.domain.usage.Dimension.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RowsTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final SourceName BETA = new SourceName("beta");
    private static final VendorUser ANN = new VendorUser(ACME, "ann");
    private static final VendorUser ANNA = new VendorUser(BETA, "anna");
    private static final VendorOrganization ONE = new VendorOrganization(ACME, "one");
    private static final VendorOrganization TWO = new VendorOrganization(BETA, "two");

    @Test
    void everythingIsAllRowsOfEverySource() {
        var rows = Rows.of(new Visibility.Everything(), ACME);

        assertThat(rows).contains(new Rows.All());
        assertThat(rows.orElseThrow().dimensions()).isEmpty();
    }

    @Test
    void nothingIsNoRowsOfAnySource() {
        assertThat(Rows.of(new Visibility.Nothing(), ACME)).isEmpty();
    }

    @Test
    void organizationsAreRowsOfTheirSourceAlone() {
        var some = new Visibility.Some(Set.of(ONE), Set.of(), Set.of(), Set.of());

        var rows = Rows.of(some, ACME);

        assertThat(rows).contains(new Rows.Some(Set.of("one"), Set.of(), Set.of(), Set.of()));
        assertThat(rows.orElseThrow().dimensions()).containsExactly(ORGANIZATION);
        assertThat(Rows.of(some, BETA)).isEmpty();
    }

    @Test
    void oneselfIsRowsOfWhereOneIsKnown() {
        var some = new Visibility.Some(Set.of(), Set.of(ANN), Set.of(), Set.of());

        var rows = Rows.of(some, ACME);

        assertThat(rows).contains(new Rows.Some(Set.of(), Set.of("ann"), Set.of(), Set.of()));
        assertThat(rows.orElseThrow().dimensions()).containsExactly(USER);
        assertThat(Rows.of(some, BETA)).isEmpty();
    }

    @Test
    void oneselfWithinProjectsIsRowsThatAreBoth() {
        var some = new Visibility.Some(Set.of(), Set.of(), Set.of(ANN, ANNA), Set.of(ONE));

        var rows = Rows.of(some, ACME);

        assertThat(rows).contains(new Rows.Some(Set.of(), Set.of(), Set.of("ann"), Set.of("one")));
        assertThat(rows.orElseThrow().dimensions()).containsExactlyInAnyOrder(USER, ORGANIZATION);
        assertThat(Rows.of(some, BETA)).isEmpty();
    }

    @Test
    void eachSourceHasItsOwnPart() {
        var some = new Visibility.Some(Set.of(TWO), Set.of(ANN), Set.of(), Set.of());

        assertThat(Rows.of(some, ACME))
                .contains(new Rows.Some(Set.of(), Set.of("ann"), Set.of(), Set.of()));
        assertThat(Rows.of(some, BETA))
                .contains(new Rows.Some(Set.of("two"), Set.of(), Set.of(), Set.of()));
    }

    @Test
    void nobodyNeedsToBeToldApartWhereOnesProjectsAreElsewhere() {
        var some = new Visibility.Some(Set.of(ONE), Set.of(), Set.of(ANN, ANNA), Set.of(TWO));

        var rows = Rows.of(some, ACME).orElseThrow();

        assertThat(rows.dimensions()).containsExactly(ORGANIZATION);
    }

    @Test
    void aRowIsContainedForItsUserOrItsOrganizationOrBoth() {
        var some = new Rows.Some(Set.of("one"), Set.of("ann"), Set.of("bob"), Set.of("two"));

        assertThat(some.contain(Optional.of("zoe"), Optional.of("one"))).isTrue();
        assertThat(some.contain(Optional.of("ann"), Optional.empty())).isTrue();
        assertThat(some.contain(Optional.of("bob"), Optional.of("two"))).isTrue();
        assertThat(some.contain(Optional.of("bob"), Optional.of("three"))).isFalse();
        assertThat(some.contain(Optional.of("zoe"), Optional.of("two"))).isFalse();
        assertThat(some.contain(Optional.empty(), Optional.empty())).isFalse();
        assertThat(new Rows.All().contain(Optional.empty(), Optional.empty())).isTrue();
    }
}

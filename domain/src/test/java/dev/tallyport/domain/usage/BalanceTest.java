package dev.tallyport.domain.usage;

import static dev.tallyport.domain.usage.AnyUsage.ACU;
import static dev.tallyport.domain.usage.AnyUsage.sum;
import static dev.tallyport.domain.usage.Dimension.ORGANIZATION;
import static dev.tallyport.domain.usage.Dimension.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BalanceTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");
    private static final Group ACME = Group.of(ORGANIZATION, "acme");
    private static final Group EMCA = Group.of(ORGANIZATION, "emca");

    @Property
    void partsAndResidualAndExcessAreWhatIsDeclared(@ForAll("balances") Balance balance) {
        var told =
                Stream.of(balance.parts(), balance.residuals(), balance.excesses())
                        .flatMap(quantities -> quantities.values().stream());

        assertThat(sum(told)).isEqualTo(sum(balance.declared().values().stream()));
    }

    @Property
    void partsThatDoNotExceedAreMadeWholeByTheResidual(@ForAll("balances") Balance balance) {
        var zero = Quantity.zero(ACU);

        assertThat(balance.rows())
                .filteredOn(row -> !balance.excesses().containsKey(row.group()))
                .allSatisfy(row ->
                        assertThat(
                                        row.parts()
                                                .plus(
                                                        balance.residuals()
                                                                .getOrDefault(row.group(), zero)))
                                .isEqualTo(row.declared()));
    }

    @Property
    void residualsAreAboveZeroAndExcessesBelow(@ForAll("balances") Balance balance) {
        assertThat(balance.residuals().values()).allMatch(residual -> residual.signum() > 0);
        assertThat(balance.excesses().values()).allMatch(excess -> excess.signum() < 0);
        assertThat(balance.residuals())
                .doesNotContainKeys(balance.excesses().keySet().toArray(Group[]::new));
    }

    @Property
    void noPartIsLostWhenPartsAreAddedUp(
            @ForAll("dimensions") Set<Dimension> dimensions,
            @ForAll("quantitiesByGroup") Map<Group, Quantity> parts) {
        var balance = new Balance(DAY, dimensions, Map.of(), parts);

        assertThat(sum(balance.rows().stream().map(Balance.Row::parts)))
                .isEqualTo(sum(parts.values().stream()));
        assertThat(balance.rows())
                .allMatch(row -> row.group().onto(dimensions).equals(row.group()));
    }

    @Test
    void whatIsMissingOnOneSideIsZeroThere() {
        var balance =
                new Balance(
                        DAY,
                        Set.of(ORGANIZATION),
                        Map.of(ACME, acus("5")),
                        Map.of(EMCA, acus("3")));

        assertThat(balance.rows())
                .containsExactly(
                        new Balance.Row(ACME, acus("5"), acus("0")),
                        new Balance.Row(EMCA, acus("0"), acus("3")));
        assertThat(balance.residuals()).containsExactly(entry(ACME, acus("5")));
        assertThat(balance.excesses()).containsExactly(entry(EMCA, acus("-3")));
    }

    @Test
    void aTotalEqualToItsPartsLeavesNothing() {
        var parts =
                Map.of(
                        ACME.with(USER, "ann"), acus("1.5"),
                        ACME.with(USER, "bob"), acus("0.5"));

        var balance = new Balance(DAY, Set.of(ORGANIZATION), Map.of(ACME, acus("2.0")), parts);

        assertThat(balance.rows()).containsExactly(new Balance.Row(ACME, acus("2"), acus("2")));
        assertThat(balance.residuals()).isEmpty();
        assertThat(balance.excesses()).isEmpty();
    }

    @Test
    void aDayWithoutAnythingHasNoRows() {
        assertThat(new Balance(DAY, Set.of(), Map.of(), Map.of()).rows()).isEmpty();
    }

    @Test
    void aTotalThatStatesMoreThanItsDimensionsIsRefused() {
        var declared = Map.of(ACME.with(USER, "ann"), acus("1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Balance(DAY, Set.of(ORGANIZATION), declared, Map.of()))
                .withMessageContainingAll("ORGANIZATION", "ann");
    }

    @Test
    void partsOfAnotherUnitAreRefused() {
        var tokens = Map.of(ACME, Quantity.of("1", new Unit("tokens")));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Balance(DAY, Set.of(ORGANIZATION), Map.of(EMCA, acus("1")), tokens));
    }

    private static Quantity acus(String amount) {
        return Quantity.of(amount, ACU);
    }

    /// Some totals are those of the parts to the last digit.
    private static Balance balance(
            Set<Dimension> dimensions,
            Map<Group, Quantity> declared,
            List<Group> exact,
            Map<Group, Quantity> parts) {
        var totals = new HashMap<Group, Quantity>();
        declared.forEach((group, total) -> totals.put(group.onto(dimensions), total));
        new Balance(DAY, dimensions, Map.of(), parts)
                .parts()
                .forEach((group, sum) -> {
                    if (exact.contains(group)) {
                        totals.put(group, sum);
                    }
                });
        return new Balance(DAY, dimensions, totals, parts);
    }

    @Provide
    Arbitrary<Balance> balances() {
        return Combinators.combine(
                        dimensions(),
                        quantitiesByGroup(),
                        AnyUsage.groups().list().ofMaxSize(10),
                        quantitiesByGroup())
                .as(BalanceTest::balance);
    }

    @Provide
    Arbitrary<Map<Group, Quantity>> quantitiesByGroup() {
        return AnyUsage.quantitiesByGroup();
    }

    @Provide
    Arbitrary<Set<Dimension>> dimensions() {
        return AnyUsage.dimensions();
    }
}

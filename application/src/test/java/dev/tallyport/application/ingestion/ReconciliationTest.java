package dev.tallyport.application.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.ingestion.UsageLedger.Origin;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ReconciliationTest {

    private static final dev.tallyport.connector.spi.Dimension PERSON =
            dev.tallyport.connector.spi.Dimension.USER;
    private static final dev.tallyport.connector.spi.Dimension ORG =
            dev.tallyport.connector.spi.Dimension.ORGANIZATION;
    private static final SourceId SOURCE = new SourceId(1);
    private static final Unit ACU = new Unit("ACU");
    private static final LocalDate DAY = LocalDate.parse("2026-07-01");
    private static final DateRange DAYS = DateRange.of(DAY, DAY.plusDays(3));
    private static final BillingCalendar CALENDAR =
            BillingCalendar.of(ZoneOffset.ofHours(-8), List.of());
    private static final Cut JOINT = cut("daily", Set.of(PERSON, ORG), Optional.empty());
    private static final Cut ORGANIZATIONS =
            cut(
                    "organizations",
                    Set.of(ORG),
                    Optional.of(new Cut.Total("daily", Set.of(ORG), true)));
    private static final Cut ENTERPRISE =
            cut("enterprise", Set.of(), Optional.of(new Cut.Total("daily", Set.of(), true)));
    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "test",
                    "Test",
                    List.of(),
                    List.of(JOINT, ORGANIZATIONS, ENTERPRISE),
                    ZoneOffset.ofHours(-8),
                    Duration.ofDays(3));

    private final InMemoryUsageLedger ledger = new InMemoryUsageLedger();
    private final Reconciliation reconciliation = new Reconciliation(ledger);

    private static Cut cut(
            String id,
            Set<dev.tallyport.connector.spi.Dimension> dimensions,
            Optional<Cut.Total> total) {
        return new Cut(id, "acus", "ACU", dimensions, total);
    }

    /// Usage of one day: of somebody or nobody listed, in an organization or none.
    record Usage(Optional<String> user, Optional<String> organization, BigDecimal acus) {

        Group group() {
            var values = new HashMap<Dimension, String>();
            user.ifPresent(id -> values.put(Dimension.USER, id));
            organization.ifPresent(id -> values.put(Dimension.ORGANIZATION, id));
            return new Group(values);
        }
    }

    @Property
    void residualsAreExactlyTheUsageOfNobodyKnown(@ForAll("usage") List<Usage> usage) {
        var fresh = new InMemoryUsageLedger();
        for (var one : usage) {
            one.user().ifPresent(_ -> state(fresh, JOINT, DAY, one.group(), one.acus()));
        }
        declare(fresh, usage);

        new Reconciliation(fresh).balance(SOURCE, DESCRIPTOR, JOINT, DAYS, CALENDAR, Instant.EPOCH);

        var nobodys = new HashMap<Group, BigDecimal>();
        for (var one : usage) {
            if (one.user().isEmpty()) {
                nobodys.merge(one.group(), one.acus(), BigDecimal::add);
            }
        }
        nobodys.values().removeIf(acus -> acus.signum() == 0);
        assertThat(fresh.residuals())
                .extracting(fact -> Map.entry(fact.group(), fact.quantity()))
                .containsExactlyInAnyOrderElementsOf(
                        nobodys.entrySet().stream()
                                .map(one ->
                                        Map.entry(one.getKey(), new Quantity(one.getValue(), ACU)))
                                .toList());
    }

    /// The vendor's totals: per organization, and of everything.
    private static void declare(InMemoryUsageLedger ledger, List<Usage> usage) {
        var organizations = new HashMap<Group, BigDecimal>();
        var everything = BigDecimal.ZERO;
        for (var one : usage) {
            one.organization()
                    .ifPresent(id ->
                            organizations.merge(
                                    Group.of(Dimension.ORGANIZATION, id),
                                    one.acus(),
                                    BigDecimal::add));
            everything = everything.add(one.acus());
        }
        organizations.forEach((group, acus) -> state(ledger, ORGANIZATIONS, DAY, group, acus));
        state(ledger, ENTERPRISE, DAY, Group.unstated(), everything);
    }

    @Test
    void partsThatExceedTheirTotalStandAndTheDifferenceIsKept() {
        state(ledger, JOINT, DAY, joint("ann", "o1"), new BigDecimal("13"));
        state(ledger, ORGANIZATIONS, DAY, Group.of(Dimension.ORGANIZATION, "o1"), BigDecimal.TEN);
        state(ledger, ENTERPRISE, DAY, Group.unstated(), BigDecimal.TEN);

        balance();

        assertThat(ledger.residuals()).isEmpty();
        assertThat(ledger.comparisons(SOURCE, "organizations", DAYS))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.declared()).isEqualByComparingTo("10");
                    assertThat(one.parts()).isEqualByComparingTo("13");
                });
    }

    @Test
    void usageTiedToNoOrganizationIsComparedWithTheWholeOnly() {
        state(ledger, JOINT, DAY, Group.of(Dimension.USER, "ann"), BigDecimal.TEN);
        state(ledger, ENTERPRISE, DAY, Group.unstated(), BigDecimal.TEN);

        balance();

        assertThat(ledger.comparisons(SOURCE, "organizations", DAYS)).isEmpty();
        assertThat(ledger.comparisons(SOURCE, "enterprise", DAYS)).hasSize(1);
    }

    @Test
    void aResidualGoesWhenSomebodyBecomesKnown() {
        state(ledger, ENTERPRISE, DAY, Group.unstated(), BigDecimal.TEN);
        balance();
        state(ledger, JOINT, DAY, Group.of(Dimension.USER, "ann"), BigDecimal.TEN);

        balance();

        assertThat(ledger.residuals()).isEmpty();
    }

    @Test
    void aDayIsStaleUntilItWasReadWholeSinceItSettled() {
        ledger.markRead(SOURCE, "daily", DAYS, Set.of(DAY), Instant.EPOCH);

        var before = stale(DateRange.of(DAY, DAY.plusDays(4)), false);
        var after = stale(DateRange.of(DAY, DAY.plusDays(4)), true);

        assertThat(before).containsExactly(DAY.plusDays(3));
        assertThat(after).containsExactly(DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3));
    }

    @Test
    void aDayIsStaleWhileItsTotalIsAnotherOneThanWhenItWasRead() {
        state(ledger, ENTERPRISE, DAY, Group.unstated(), BigDecimal.TEN);
        balance();
        ledger.markRead(SOURCE, "daily", DAYS, Set.of(), Instant.EPOCH);
        var untouched = stale(DAYS, false);

        state(ledger, ENTERPRISE, DAY, Group.unstated(), BigDecimal.ONE);
        var restated = stale(DAYS, false);
        balance();

        assertThat(untouched).isEmpty();
        assertThat(restated).containsExactly(DAY);
        assertThat(stale(DAYS, false)).isEmpty();
    }

    private Set<LocalDate> stale(DateRange days, boolean settledByNow) {
        return reconciliation.stale(SOURCE, DESCRIPTOR, "daily", days, _ -> settledByNow);
    }

    private void balance() {
        reconciliation.balance(SOURCE, DESCRIPTOR, JOINT, DAYS, CALENDAR, Instant.EPOCH);
    }

    private static Group joint(String user, String organization) {
        return Group.of(Dimension.USER, user).with(Dimension.ORGANIZATION, organization);
    }

    private static void state(
            InMemoryUsageLedger ledger, Cut cut, LocalDate day, Group group, BigDecimal acus) {
        ledger.merge(
                SOURCE,
                Origin.STATED,
                Instant.EPOCH,
                List.of(
                        new Fact(
                                cut.id(),
                                day + "/" + group,
                                day,
                                CALENDAR.startOf(day),
                                CALENDAR.endOf(day),
                                group,
                                new Quantity(acus, ACU))),
                List.of(),
                false);
    }

    @Provide
    Arbitrary<List<Usage>> usage() {
        var acus = Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.TEN).ofScale(2);
        return Combinators.combine(
                        Arbitraries.of("ann", "bob").optional(),
                        Arbitraries.of("o1", "o2").optional(),
                        acus)
                .as(Usage::new)
                .list()
                .ofMaxSize(8)
                .map(ReconciliationTest::eachOnce);
    }

    /// The ledger holds one figure for each user and organization.
    private static List<Usage> eachOnce(List<Usage> usage) {
        var byGroup = new HashMap<Group, Usage>();
        usage.forEach(one -> byGroup.put(one.group(), one));
        return List.copyOf(byGroup.values());
    }
}

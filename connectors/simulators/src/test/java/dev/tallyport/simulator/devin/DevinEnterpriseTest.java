package dev.tallyport.simulator.devin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DevinEnterpriseTest {

    private static final Instant AS_OF = Instant.parse("2026-06-20T12:00:00Z");

    private static final DevinEnterprise ENTERPRISE =
            DevinEnterprise.generate(7, AS_OF, Sizes.standard());

    private final DevinEnterprise enterprise = ENTERPRISE;
    private final Days history = enterprise.history();

    @Test
    void sameSeedGivesTheSameEnterprise() {
        var again = DevinEnterprise.generate(7, AS_OF, Sizes.standard());
        var other = DevinEnterprise.generate(8, AS_OF, Sizes.standard());

        assertThat(again.truth(history)).isEqualTo(enterprise.truth(history));
        assertThat(again.people()).isEqualTo(enterprise.people());
        assertThat(other.truth(history)).isNotEqualTo(enterprise.truth(history));
    }

    @Test
    void laterInstantOfTheSameCycleOnlyAddsDays() {
        var later = DevinEnterprise.generate(7, AS_OF.plusSeconds(5 * 86_400), Sizes.standard());

        var known = new Days(history.from(), Days.dayOf(AS_OF).plusDays(1));
        assertThat(later.truth(known)).isEqualTo(enterprise.truth(history));
        assertThat(later.truth(history)).hasSizeGreaterThan(later.truth(known).size());
    }

    @Test
    void billingDayBeginsAtEightInSummerAndWinter() {
        assertThat(Days.dayOf(Instant.parse("2026-07-02T07:59:59Z"))).isEqualTo("2026-07-01");
        assertThat(Days.dayOf(Instant.parse("2026-01-02T08:00:00Z"))).isEqualTo("2026-01-02");
        assertThat(enterprise.currentCycle().start()).isEqualTo("2026-06-16T08:00:00Z");
        assertThat(enterprise.currentCycle().end()).isEqualTo("2026-07-16T08:00:00Z");
        assertThat(enterprise.cycles()).hasSize(18);
    }

    @Test
    void noUsageLiesAfterToday() {
        var days = enterprise.series(Scope.ENTERPRISE, history);

        assertThat(days.lastKey()).isEqualTo(Days.dayOf(AS_OF));
    }

    @Test
    void weekendsAreQuietAndUsageGrows() {
        var sundays = usageOn(DayOfWeek.SUNDAY);
        var wednesdays = usageOn(DayOfWeek.WEDNESDAY);

        assertThat(sundays.multiply(BigDecimal.TWO)).isPositive().isLessThan(wednesdays);
        assertThat(enterprise.total(enterprise.cycles().get(16)))
                .isGreaterThan(enterprise.total(enterprise.cycles().getFirst()));
    }

    @Test
    void localAgentsBelongToNoOrganizationBeforeTheContractChange() {
        var change = enterprise.contractChange();
        var local =
                enterprise.truth(history).keySet().stream()
                        .filter(key -> key.product().matches("cascade|terminal"))
                        .collect(Collectors.partitioningBy(key -> key.day().isBefore(change)));

        assertThat(local.get(true)).isNotEmpty().allMatch(key -> key.organization() == null);
        assertThat(local.get(false))
                .isNotEmpty()
                .filteredOn(key -> key.user() != null)
                .allMatch(key -> key.organization() != null);
        assertThat(enterprise.truth(history).keySet())
                .filteredOn(key -> key.product().matches("devin|review"))
                .allMatch(key -> key.organization() != null);
    }

    @Test
    void peopleDifferInWhatIsStillSaidAboutThem() {
        assertThat(enterprise.people(Standing.MEMBER)).hasSize(175);
        assertThat(enterprise.people(Standing.FORMER)).hasSize(20);
        assertThat(enterprise.people(Standing.PURGED)).hasSize(8);
        assertThat(enterprise.serviceUsers(true)).hasSize(8);
        assertThat(enterprise.serviceUsers(false)).hasSize(7);
        assertThat(enterprise.people())
                .extracting(Person::id)
                .doesNotHaveDuplicates()
                .anyMatch(id -> id.startsWith("okta|Acme|"))
                .anyMatch(id -> id.contains("/"));
        assertThat(enterprise.people(Standing.MEMBER))
                .anyMatch(each -> each.organizations().size() == 2)
                .anyMatch(each -> enterprise.total(Scope.ofUser(each.id()), history).signum() == 0);
    }

    @Test
    void formerPeopleHadUsageThatEnded() {
        var former = enterprise.people(Standing.FORMER);

        assertThat(former)
                .extracting(each -> enterprise.series(Scope.ofUser(each.id()), history))
                .allMatch(series -> !series.isEmpty())
                .allMatch(series -> series.lastKey().isBefore(enterprise.currentCycle().from()));
    }

    @Test
    void somebodyMovedAndIsSaidToBeInThePresentOrganizationOnly() {
        var moved =
                enterprise.people(Standing.MEMBER).stream()
                        .filter(each -> each.organizations().size() == 1)
                        .filter(each -> organizationsUsedBy(each.id()) == 2);

        assertThat(moved).isNotEmpty();
    }

    @Test
    void residualIsWhatIsMissingFromThoseWhoAreAnswered() {
        var answered =
                enterprise.truth(history).entrySet().stream()
                        .filter(entry -> entry.getKey().user() != null)
                        .filter(entry ->
                                enterprise.isAnswered(
                                        Objects.requireNonNull(entry.getKey().user())))
                        .map(Map.Entry::getValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var residual =
                enterprise.residual(history).values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(residual).isPositive();
        assertThat(answered.add(residual)).isEqualByComparingTo(enterprise.total(history));
        assertThat(enterprise.residual(history).keySet())
                .anyMatch(key -> key.organization() == null)
                .anyMatch(key -> key.organization() != null);
    }

    @Test
    void restatementOfSomethingUnknownIsRefused() {
        var day = LocalDate.parse("2026-06-18");

        assertThatThrownBy(() -> enterprise.restate(day, "nobody", null, "devin", BigDecimal.ONE))
                .hasMessageContaining("'nobody'");
        assertThatThrownBy(() -> enterprise.restate(day, null, "org-x", "devin", BigDecimal.ONE))
                .hasMessageContaining("'org-x'");
        assertThatThrownBy(() -> enterprise.restate(day, null, null, "wiki", BigDecimal.ONE))
                .hasMessageContaining("'wiki'");
    }

    @Test
    void smallestEnterpriseCanBeMadeUp() {
        var smallest = DevinEnterprise.generate(1, AS_OF, new Sizes(1, 1, 0, 1));

        assertThat(smallest.cycles()).hasSize(1);
        assertThat(smallest.people(Standing.MEMBER)).hasSize(1);
    }

    private BigDecimal usageOn(DayOfWeek weekday) {
        return enterprise.truth(history).entrySet().stream()
                .filter(entry -> entry.getKey().day().getDayOfWeek() == weekday)
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long organizationsUsedBy(String user) {
        return enterprise.truth(history).keySet().stream()
                .filter(key -> user.equals(key.user()) && key.organization() != null)
                .map(UsageKey::organization)
                .distinct()
                .count();
    }
}

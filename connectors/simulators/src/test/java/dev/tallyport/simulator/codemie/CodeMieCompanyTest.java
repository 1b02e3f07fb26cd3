package dev.tallyport.simulator.codemie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.Person;
import dev.tallyport.simulator.devin.Sizes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CodeMieCompanyTest {

    private static final Instant AS_OF = Instant.parse("2026-06-20T12:00:00Z");

    private final DevinEnterprise enterprise =
            DevinEnterprise.generate(7, AS_OF, Sizes.standard().withPeople(60).withCycles(4));
    private final CodeMieCompany company = CodeMieCompany.generate(7, AS_OF, enterprise);
    private final LocalDate first = company.firstDay();
    private final LocalDate tomorrow = company.today().plusDays(1);

    @Test
    void sameSeedGivesTheSameCompany() {
        var again = CodeMieCompany.generate(7, AS_OF, enterprise);
        var other = CodeMieCompany.generate(8, AS_OF, enterprise);

        assertThat(again.usage(first, tomorrow)).isEqualTo(company.usage(first, tomorrow));
        assertThat(again.accounts()).isEqualTo(company.accounts());
        assertThat(other.usage(first, tomorrow)).isNotEqualTo(company.usage(first, tomorrow));
    }

    @Test
    void laterInstantOfTheSameCycleOnlyAddsUsage() {
        var later = AS_OF.plusSeconds(3 * 86_400);
        var sizes = Sizes.standard().withPeople(60).withCycles(4);
        var grown = CodeMieCompany.generate(7, later, DevinEnterprise.generate(7, later, sizes));

        assertThat(grown.usage(first, company.today()))
                .isEqualTo(company.usage(first, company.today()));
        assertThat(grown.usage(first, tomorrow.plusDays(3)))
                .hasSizeGreaterThan(company.usage(first, tomorrow).size());
    }

    @Test
    void somePeopleAreInBothCompaniesAndSomeInOne() {
        var here = company.accounts().stream().map(Account::email).collect(Collectors.toSet());
        var there =
                enterprise.people().stream()
                        .map(Person::email)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());

        assertThat(here).hasSameSizeAs(company.accounts());
        assertThat(here).anyMatch(there::contains).anyMatch(email -> !there.contains(email));
        assertThat(there).anyMatch(email -> !here.contains(email));
        assertThat(company.accounts())
                .extracting(Account::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab].*"));
    }

    @Test
    void usageHasEveryOddityThatTheVendorIsKnownFor() {
        var usage = company.usage(first, tomorrow);

        assertThat(usage)
                .anyMatch(each -> each.project() == null)
                .anyMatch(each -> "-".equals(each.project()))
                .anyMatch(each -> ("" + each.project()).contains("@"))
                .anyMatch(each -> each.cost() == null)
                .anyMatch(each -> each.user().equals("-"))
                .anyMatch(each -> each.customer().equals("_codemie_cli"))
                .anyMatch(each -> each.customer().equals("_codemie_premium_models"))
                .anyMatch(each -> each.shipped().isAfter(each.time().plusSeconds(3600)))
                .allMatch(each -> !each.shipped().isAfter(AS_OF));
        assertThat(company.accounts())
                .anyMatch(each -> !each.isActive())
                .anyMatch(each -> !each.isResolved())
                .anyMatch(Account::isListedByName);
    }

    @Test
    void restatedFigureIsTheTruth() {
        var key = company.spending(first, tomorrow).keySet().iterator().next();

        company.restate(key, new BigDecimal("77.77"));

        assertThat(company.spending(first, tomorrow)).containsEntry(key, new BigDecimal("77.77"));
    }

    @Test
    void retractedUsageWasNever() {
        var key = company.spending(first, tomorrow).keySet().iterator().next();

        company.retract(key);

        assertThat(company.spending(first, tomorrow)).doesNotContainKey(key);
        assertThatThrownBy(() -> company.restate(key, BigDecimal.ONE))
                .hasMessageContaining("nothing was used");
    }
}

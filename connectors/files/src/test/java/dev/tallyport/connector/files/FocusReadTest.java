package dev.tallyport.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.UsageFact;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a FOCUS export comes to. The laws of files as such are in [FilesReadTest].
final class FocusReadTest {

    private static final String HEADER =
            "BilledCost,BillingCurrency,ChargeCategory,ChargeClass,ChargePeriodEnd,ChargePeriodStart,"
                    + "ConsumedQuantity,ConsumedUnit,ContractedCost,EffectiveCost,ListCost,"
                    + "PricingCurrency,PricingCurrencyEffectiveCost,ResourceId,ServiceName,"
                    + "SubAccountId,SubAccountName,Tags";

    @TempDir private Path folder;

    private Inbox inbox() {
        return new Inbox(new FocusConnector(), folder);
    }

    @Test
    void aRowStatesOneFigureInEachCutThatItFillsIn() {
        var inbox = inbox();
        inbox.put(
                "a.csv",
                HEADER,
                "1.5,EUR,Usage,,2026-03-01 01:00:00,2026-03-01 00:00:00,7,API Requests,1.25,1,2,,,"
                        + "r-1,Coder,org-1,Platform,"
                        + "\"{\"\"user\"\": \"\"ada@example.com\"\", \"\"model\"\": \"\"m-1\"\"}\"");

        inbox.read();

        var ledger = inbox.ledger();
        assertThat(ledger.sums("billed-cost")).isEqualTo(Map.of("EUR", new BigDecimal("1.5")));
        assertThat(ledger.sums("effective-cost")).isEqualTo(Map.of("EUR", BigDecimal.ONE));
        assertThat(ledger.sums("contracted-cost")).isEqualTo(Map.of("EUR", new BigDecimal("1.25")));
        assertThat(ledger.sums("list-cost")).isEqualTo(Map.of("EUR", BigDecimal.TWO));
        assertThat(ledger.sums("consumed-quantity"))
                .isEqualTo(Map.of("API-Requests", new BigDecimal("7")));
        assertThat(ledger.sums("virtual-currency")).isEmpty();
        assertThat(ledger.onlyFact("billed-cost"))
                .satisfies(fact -> {
                    assertThat(fact.start()).isEqualTo("2026-03-01T00:00:00Z");
                    assertThat(fact.end()).isEqualTo("2026-03-01T01:00:00Z");
                    assertThat(fact.dimensions())
                            .containsOnly(
                                    Map.entry(Dimension.USER, "ada@example.com"),
                                    Map.entry(Dimension.MODEL, "m-1"),
                                    Map.entry(Dimension.ORGANIZATION, "org-1"),
                                    Map.entry(Dimension.PRODUCT, "Coder"),
                                    Map.entry(Dimension.ACTIVITY, "r-1"));
                });
        assertThat(ledger.directory())
                .containsExactly(
                        new DirectoryEntry.Organization("org-1", Optional.of("Platform")),
                        DirectoryEntry.Person.named(
                                "ada@example.com",
                                Optional.empty(),
                                Optional.of("ada@example.com")));
    }

    @Test
    void ofAVirtualCurrencyThePurchaseIsBilledAndTheUsageIsConsumed() {
        var inbox = inbox();
        inbox.put(
                "a.csv",
                "\uFEFF" + HEADER,
                "900.00,USD,Purchase,,4/1/26,4/1/25,,,900.00,0.00 ,1000.00,USD,0,pool,Agents,,,",
                "0.00,USD,Usage,,4/2/25,4/1/25,245,Execution,490.00,\" 490.00 \",490.00,ACU,245,s-1,"
                        + "Agents,,,",
                "0.00,USD,Usage,,4/2/25,4/1/25,5,Execution,20.00,20.00,20.00,ACU,10,s-1,Agents,,,",
                "3.00,USD,Purchase,,4/1/26,4/1/25,,,3,0,3,USD,0,overage,Agents,,,");

        inbox.read();

        var ledger = inbox.ledger();
        assertThat(ledger.sums("billed-cost")).isEqualTo(Map.of("USD", new BigDecimal("903")));
        assertThat(ledger.sums("effective-cost"))
                .isEqualTo(Map.of("USD", new BigDecimal("5.1E+2")));
        assertThat(ledger.sums("virtual-currency")).isEqualTo(Map.of("ACU", new BigDecimal("255")));
        assertThat(ledger.sums("consumed-quantity"))
                .isEqualTo(Map.of("Execution", new BigDecimal("2.5E+2")));
        assertThat(ledger.facts("billed-cost"))
                .extracting(UsageFact::end)
                .contains(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(ledger.rejects()).isEmpty();
    }

    @Test
    void creditsTaxesAdjustmentsAndCorrectionsArePartOfTheSum() {
        var inbox = inbox();
        inbox.put(
                "a.csv",
                "ChargePeriodStart,ChargePeriodEnd,BillingCurrency,BilledCost,ChargeCategory,ChargeClass",
                "2026-03-01,2026-03-02,USD,100,Usage,NULL",
                "2026-03-01,2026-03-02,USD,-30,Usage,Correction",
                "2026-03-01,2026-03-02,USD,-5.5,Credit,",
                "2026-03-01,2026-04-01,USD,19,Tax,",
                "2026-03-01,2026-04-01,USD,0.01,Adjustment,");

        inbox.read();

        assertThat(inbox.ledger().sums("billed-cost"))
                .isEqualTo(Map.of("USD", new BigDecimal("83.51")));
        assertThat(inbox.ledger().facts("billed-cost")).hasSize(5);
    }

    @Test
    void anEstimateThatNobodyPaysIsNoOtherKindOfCost() {
        var inbox = inbox();
        inbox.put(
                "a.csv",
                "ChargePeriodStart,ChargePeriodEnd,BillingCurrency,BilledCost,x_NotionalCost",
                "2026-03-01,2026-03-02,USD,,2.5");

        inbox.read();

        assertThat(inbox.ledger().sums("notional-cost"))
                .isEqualTo(Map.of("USD", new BigDecimal("2.5")));
        assertThat(inbox.ledger().sums("billed-cost")).isEmpty();
    }

    @Test
    void aFigureThatCannotBeReadIsARejectAndLeavesTheOthers() {
        var inbox = inbox();
        inbox.put(
                "a.csv",
                "ChargePeriodStart,ChargePeriodEnd,BillingCurrency,BilledCost,EffectiveCost,"
                        + "ConsumedQuantity,ConsumedUnit",
                "2026-03-01,2026-03-02,USD,\"1,234\",5,3,",
                "2026-03-02,2026-03-03,USD,1,1,1,GB",
                "2026-03-03,2026-03-04,dollars,NULL,NULL,1,GB");

        inbox.read();

        var ledger = inbox.ledger();
        assertThat(ledger.sums("billed-cost")).isEqualTo(Map.of("USD", BigDecimal.ONE));
        assertThat(ledger.sums("effective-cost")).isEqualTo(Map.of("USD", new BigDecimal("6")));
        assertThat(ledger.sums("consumed-quantity")).isEqualTo(Map.of("GB", new BigDecimal("2")));
        assertThat(ledger.rejects())
                .extracting(
                        reject -> reject.request() + ": " + reject.path() + ": " + reject.reason())
                .containsExactly(
                        "a.csv: line 2: BilledCost: expected a number such as 1234.56, found"
                                + " '1,234'",
                        "a.csv: line 2: ConsumedUnit: expected a unit of at most 32 characters,"
                                + " found nothing");
    }

    @Test
    void aDayIsCompleteInTheCutsThatAreUnderstood() {
        var inbox = inbox();
        inbox.put(
                "a.csv",
                "ChargePeriodStart,ChargePeriodEnd,BillingCurrency,BilledCost,EffectiveCost",
                "2026-03-01,2026-03-02,USD,1,1",
                "2026-03-02,2026-03-03,USD,many,1",
                "2026-03-03,2026-03-04,USD,1,1");

        inbox.read();

        assertThat(inbox.ledger().completed())
                .extracting(done -> done.cut() + " " + done.start() + " " + done.end())
                .containsExactly(
                        "billed-cost 2026-03-01T00:00:00Z 2026-03-02T00:00:00Z",
                        "billed-cost 2026-03-03T00:00:00Z 2026-03-04T00:00:00Z",
                        "effective-cost 2026-03-01T00:00:00Z 2026-03-04T00:00:00Z");
    }

    @Test
    void tagsThatAreNoJsonCostTheUserAndNotTheFigure() {
        var inbox = inbox();
        inbox.put(
                "a.csv",
                "ChargePeriodStart;ChargePeriodEnd;BillingCurrency;BilledCost;Tags",
                "2026-03-01;2026-03-02;USD;1;\"\"\"user\"\": \"\"ada\"\"\"",
                "2026-03-01;2026-03-02;USD;2;{}",
                "2026-03-01;2026-03-02;USD;4;\"{\"\"user\"\": true}\"");

        inbox.read();

        assertThat(inbox.ledger().sums("billed-cost"))
                .isEqualTo(Map.of("USD", new BigDecimal("7")));
        assertThat(inbox.ledger().notes())
                .singleElement()
                .satisfies(note ->
                        assertThat(note.message()).contains("2 rows, first in a.csv line 2"));
    }

    @Test
    void anIdTooLongForADimensionKeepsItsStartAndStaysUnique() {
        var inbox = inbox();
        var common = "ä".repeat(150);
        inbox.put(
                "a.csv",
                "ChargePeriodStart,ChargePeriodEnd,BillingCurrency,BilledCost,ResourceId",
                "2026-03-01,2026-03-02,USD,1," + common + "1",
                "2026-03-01,2026-03-02,USD,1," + common + "2");

        inbox.read();

        assertThat(inbox.ledger().facts("billed-cost"))
                .extracting(fact -> fact.dimensions().get(Dimension.ACTIVITY))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).startsWith("ä".repeat(80) + "~").hasSize(113));
    }

    record Charge(String currency, String amount, int day, String category) {

        String row() {
            return "2026-03-%02d,2026-03-%02d,%s,\"%s\",%s"
                    .formatted(day, day + 1, currency, amount, category);
        }
    }

    @Provide
    static Arbitrary<List<Charge>> charges() {
        return Combinators.combine(
                        Arbitraries.of("USD", "EUR", "JPY"),
                        Arbitraries.of(
                                "0", "1", "1", "0.1", "-0.1", "1e-7", " 2.50 ", "NULL", "", "1,2",
                                "x", "1,000.5"),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of("Usage", "Credit"))
                .as(Charge::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    /// Against a sum that shares no code with the connector; the amounts are known.
    @Property(tries = 60)
    void aColumnAddsUpToItsFactsAndRejectsAccountForTheRest(@ForAll("charges") List<Charge> charges)
            throws Exception {
        var known =
                Map.of(
                        "0",
                        "0",
                        "1",
                        "1",
                        "0.1",
                        "0.1",
                        "-0.1",
                        "-0.1",
                        "1e-7",
                        "0.0000001",
                        " 2.50 ",
                        "2.5",
                        "1,000.5",
                        "1000.5");
        var expected = new TreeMap<String, BigDecimal>();
        int unreadable = 0;
        for (var charge : charges) {
            if (known.containsKey(charge.amount())) {
                expected.merge(
                        charge.currency(),
                        new BigDecimal(known.get(charge.amount())),
                        BigDecimal::add);
            } else if (!charge.amount().isEmpty() && !charge.amount().equals("NULL")) {
                unreadable++;
            }
        }
        expected.replaceAll((_, sum) -> sum.stripTrailingZeros());
        var rows = new ArrayList<String>();
        rows.add("ChargePeriodStart,ChargePeriodEnd,BillingCurrency,BilledCost,ChargeCategory");
        charges.forEach(charge -> rows.add(charge.row()));
        var inbox = new Inbox(new FocusConnector(), Files.createTempDirectory("focus"));
        inbox.put("a.csv", rows.toArray(String[]::new));

        inbox.read();

        assertThat(inbox.ledger().sums("billed-cost")).isEqualTo(expected);
        assertThat(inbox.ledger().rejects()).hasSize(unreadable);
        inbox.remove("a.csv");
        Files.delete(inbox.path(""));
    }
}

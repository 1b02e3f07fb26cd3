package dev.tallyport.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What our own table comes to.
final class CsvReadTest {

    @TempDir private Path folder;
    private Inbox inbox;

    @BeforeEach
    void open() {
        inbox = new Inbox(new CsvConnector(), folder);
    }

    @Test
    void aRowIsAFigureOfADay() {
        inbox.put(
                "a.csv",
                " Day ,METER,Quantity,unit,user,user_name,user_email,organization,"
                        + "organization_name,product,model,activity,id",
                "2026-03-01T23:30:00-08:00,output-tokens,1200,,u1,Ada,ada@example.com,o1,Platform,"
                        + "chat,m-1,s-1,77");

        inbox.read();

        assertThat(inbox.ledger().onlyFact("output-tokens"))
                .satisfies(fact -> {
                    assertThat(fact.start()).isEqualTo("2026-03-02T00:00:00Z");
                    assertThat(fact.end()).isEqualTo("2026-03-03T00:00:00Z");
                    assertThat(fact.quantity()).isEqualByComparingTo("1200");
                    assertThat(fact.unit()).isEmpty();
                    assertThat(fact.dimensions())
                            .containsOnly(
                                    Map.entry(Dimension.USER, "u1"),
                                    Map.entry(Dimension.ORGANIZATION, "o1"),
                                    Map.entry(Dimension.PRODUCT, "chat"),
                                    Map.entry(Dimension.MODEL, "m-1"),
                                    Map.entry(Dimension.ACTIVITY, "s-1"));
                });
        assertThat(inbox.ledger().directory())
                .containsExactly(
                        DirectoryEntry.Person.named(
                                "u1", Optional.of("Ada"), Optional.of("ada@example.com")),
                        new DirectoryEntry.Organization("o1", Optional.of("Platform")));
    }

    @Test
    void moneyIsInTheCurrencyOfItsUnitAndKindsStayApart() {
        inbox.put(
                "a.csv",
                "day,meter,quantity,unit",
                "2026-03-01,billed-cost,2,USD",
                "2026-03-01,billed-cost,3,EUR",
                "2026-03-01,list-cost,5,USD",
                "2026-03-01,billed-cost,7,",
                "2026-03-01,billed-cost,7,Dollar");

        inbox.read();

        assertThat(inbox.ledger().sums("billed-cost"))
                .isEqualTo(Map.of("EUR", new BigDecimal("3"), "USD", new BigDecimal("2")));
        assertThat(inbox.ledger().sums("list-cost")).isEqualTo(Map.of("USD", new BigDecimal("5")));
        assertThat(inbox.ledger().rejects())
                .extracting("reason")
                .containsExactly(
                        "unit: expected an ISO 4217 currency code such as USD, found nothing",
                        "unit: expected an ISO 4217 currency code such as USD, found 'Dollar'");
    }

    @Test
    void aMeterThatIsNotKnownIsARejectThatNamesThoseThatAre() {
        inbox.put("a.csv", "day,meter,quantity", "2026-03-01,tokens,2");

        inbox.read();

        assertThat(inbox.ledger().rejects())
                .singleElement()
                .satisfies(reject ->
                        assertThat(reject.reason())
                                .startsWith("meter: expected one of acus, input-tokens, ")
                                .endsWith(", found 'tokens'"));
    }

    @Test
    void aUnitOtherThanTheMetersIsAReject() {
        inbox.put(
                "a.csv",
                "day,meter,quantity,unit",
                "2026-03-01,acus,2,acu",
                "2026-03-01,acus,2,hours");

        inbox.read();

        assertThat(inbox.ledger().sums("acus")).isEqualTo(Map.of("", BigDecimal.TWO));
        assertThat(inbox.ledger().rejects())
                .extracting("reason")
                .containsExactly("unit: expected ACU or nothing, found 'hours'");
    }

    @Test
    void columnsThatAreNotKnownAreToldOnce() {
        inbox.put("a.csv", "day,meter,quantity,team,Cost Centre", "2026-03-01,acus,2,x,y");
        inbox.put("b.csv", "day,meter,quantity,team,Cost Centre", "2026-03-02,acus,2,x,y");

        inbox.read();

        assertThat(inbox.ledger().notes())
                .singleElement()
                .satisfies(note ->
                        assertThat(note.message())
                                .startsWith("columns that are not read: team, Cost Centre"));
    }

    @Test
    void anAddressIdentifiesWhoHasNoOtherId() {
        inbox.put(
                "a.csv",
                "day,meter,quantity,user_email",
                "2026-03-01,requests,2,ada@example.com",
                "2026-03-01,requests,2,bob@example.com");

        inbox.read();

        assertThat(inbox.ledger().facts("requests"))
                .extracting(fact -> fact.dimensions().get(Dimension.USER))
                .containsExactlyInAnyOrder("ada@example.com", "bob@example.com");
    }

    @Test
    void aRowThatLeavesOutANameDoesNotTakeItAway() {
        inbox.put(
                "a.csv",
                "day,meter,quantity,user,user_name,user_email",
                "2026-03-01,requests,2,u1,Ada,",
                "2026-03-02,requests,2,u1,,",
                "2026-03-03,requests,2,u1,,ada@example.com");

        inbox.read();

        assertThat(inbox.ledger().directory())
                .containsExactly(
                        DirectoryEntry.Person.named(
                                "u1", Optional.of("Ada"), Optional.of("ada@example.com")));
    }

    @Test
    void datesAreIsoAlone() {
        inbox.put("a.csv", "day,meter,quantity", "3/1/26,acus,2");

        inbox.read();

        assertThat(inbox.ledger().size()).isZero();
        assertThat(inbox.ledger().rejects()).hasSize(1);
    }

    @Test
    void theCheckTellsWhichColumnsAreMissing() {
        inbox.put("a.csv", "date,meter,quantity", "2026-03-01,acus,2");

        var result = inbox.check();

        assertThat(result)
                .isEqualTo(
                        new CheckResult.Misconfigured(
                                "path",
                                "a.csv is not read: expected a header in UTF-8 with the columns"
                                        + " day, meter, quantity, found none named day"));
    }

    @Test
    void theCheckIsContentWithAHeader() {
        inbox.put("a.csv", "day,meter,quantity");

        var result = inbox.check();

        assertThat(result).isEqualTo(new CheckResult.Ok());
    }
}

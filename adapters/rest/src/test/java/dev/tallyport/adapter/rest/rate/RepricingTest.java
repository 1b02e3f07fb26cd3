package dev.tallyport.adapter.rest.rate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.pricing.RateChange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.Validity;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class RepricingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private static RateChange change(String sent) {
        return Repricing.of(sent.getBytes(UTF_8));
    }

    @Test
    void aRateIsAddedEndedOrCorrected() {
        var added =
                change(
                        """
                        {"add": {"meter": "acus", "unit": "ACU",
                          "price": {"amount": 2, "currency": "USD"}, "from": "2026-03-01"}}
                        """);
        var ended = change("{\"end\": {\"id\": 7, \"until\": \"2026-03-01\"}}");
        var corrected =
                change(
                        """
                        {"correct": {"id": 7, "version": 17, "from": "2026-03-01",
                          "price": {"amount": 2, "currency": "USD"}}}
                        """);

        assertThat(added)
                .isInstanceOfSatisfying(
                        RateChange.Add.class,
                        add -> assertThat(add.terms().days()).isEqualTo(Validity.from(DAY)));
        assertThat(ended).isEqualTo(new RateChange.End(7, Optional.of(DAY), OptionalLong.empty()));
        assertThat(corrected)
                .isEqualTo(
                        new RateChange.Correct(
                                7, Money.of("2", "USD"), Validity.from(DAY), OptionalLong.of(17)));
    }

    @Test
    void exactlyOneChangeIsMade() {
        assertThatThrownBy(() -> change("{}")).hasMessage("400 A member is wrong: add");
        assertThatThrownBy(() -> change("{\"end\": {\"id\": 7}, \"add\": {}}"))
                .hasMessage("400 A member is wrong: add");
    }

    @Test
    void whatIsWrongInsideIsNamed() {
        assertThatThrownBy(() -> change("{\"correct\": {\"until\": \"soon\"}}"))
                .hasMessage("400 Members are wrong: correct.id, correct.price, correct.until");
        assertThatThrownBy(() -> change("{\"end\": {}, \"reason\": \"?\"}"))
                .hasMessage("400 Members are wrong: reason, end.id");
    }

    @Test
    void whatIsCarriedOutNamesItsPreviewAndItsReason() {
        var sent = "{\"end\": {\"id\": 7}, \"token\": \"abc\", \"reason\": \"because\"}";

        var previewed = Repricing.previewed(sent.getBytes(UTF_8));

        assertThat(previewed)
                .isEqualTo(
                        new Repricing.Previewed(
                                new RateChange.End(7, Optional.empty(), OptionalLong.empty()),
                                "abc",
                                "because"));
        assertThatThrownBy(() -> Repricing.previewed("{\"end\": {\"id\": 7}}".getBytes(UTF_8)))
                .hasMessage("400 Members are wrong: token, reason");
    }
}

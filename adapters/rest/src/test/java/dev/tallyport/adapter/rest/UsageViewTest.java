package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class UsageViewTest {

    private static final Unit ACU = new Unit("ACU");
    private static final Answer.Measure ACUS = new Answer.Measure("acus", Optional.empty());

    private final ObjectMapper json = new ObjectMapper();

    UsageViewTest() {
        new PlainNumbers().customize(json);
    }

    @Test
    void aDimensionIsNullWhereNothingIsStatedAndLeftOutWhereItIsNotAskedFor()
            throws JsonProcessingException {
        var row =
                new Answer.Row(
                        Optional.empty(),
                        Group.of(Dimension.ORGANIZATION, "org-1"),
                        Optional.empty(),
                        ACUS,
                        Quantity.of("3.50", ACU));

        var view = UsageView.Row.of(row, Set.of(Dimension.USER, Dimension.ORGANIZATION));

        assertThat(json.writeValueAsString(view))
                .isEqualTo(
                        "{\"user\":null,\"organization\":\"org-1\",\"meter\":\"acus\",\"quantity\":3.5,\"unit\":\"ACU\"}");
    }

    @Property
    void whatIsWrittenReadsBackEqualAndNeverHasAnExponent(
            @ForAll
                    @BigRange(min = "-99999999999999999999", max = "99999999999999999999")
                    @Scale(18)
                    BigDecimal amount)
            throws JsonProcessingException {
        var written =
                json.writeValueAsString(
                        UsageView.Amount.of(new Answer.Total(ACUS, new Quantity(amount, ACU))));

        var number = written.replaceFirst(".*\"quantity\":([^,]*),.*", "$1");
        assertThat(number).matches("-?\\d+(\\.\\d+)?");
        assertThat(new BigDecimal(number)).isEqualByComparingTo(amount);
    }
}

package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question.Order;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CostQueryTest {

    private static CostQuery asked(Map<String, List<String>> parameters) {
        return CostQuery.of(Query.of(parameters, CostQuery.PARAMETERS), List.of());
    }

    @Test
    void costsAreByMonthAndContractedUnlessSaidOtherwise() {
        var asked = asked(Map.of("groupBy", List.of("organization")));

        assertThat(asked.grouping())
                .isEqualTo(new Grouping(Optional.of(Bucket.MONTH), Set.of(Dimension.ORGANIZATION)));
        assertThat(asked.filter()).isEqualTo(Filter.ALL);
        assertThat(asked.prices()).isEqualTo(PriceKind.CONTRACTED);
        assertThat(asked.order()).isEqualTo(Order.GROUP);
        assertThat(asked.asKnownOn()).isEmpty();
    }

    @Test
    void everythingCanBeSaid() {
        var asked =
                asked(
                        Map.of(
                                "bucket", List.of("cycle"),
                                "groupBy", List.of("person,source"),
                                "product", List.of("cascade"),
                                "prices", List.of("list"),
                                "order", List.of("largest"),
                                "asKnownOn", List.of("2026-03-01T00:00:00Z")));

        assertThat(asked.grouping())
                .isEqualTo(
                        new Grouping(
                                Optional.of(Bucket.CYCLE),
                                Set.of(Dimension.PERSON, Dimension.SOURCE)));
        assertThat(asked.filter())
                .isEqualTo(Filter.ALL.withOnly(Dimension.PRODUCT, Set.of("cascade")));
        assertThat(asked.prices()).isEqualTo(PriceKind.LIST);
        assertThat(asked.order()).isEqualTo(Order.LARGEST_FIRST);
        assertThat(asked.asKnownOn()).contains(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void daysAndTheWholeAreAskedForAsOfUsage() {
        assertThat(asked(Map.of("groupBy", List.of("day"))).grouping())
                .isEqualTo(Grouping.by(Bucket.DAY));
        assertThat(asked(Map.of("bucket", List.of("none"))).grouping()).isEqualTo(Grouping.WHOLE);
    }

    @Test
    void everyWrongParameterIsNamed() {
        assertThatThrownBy(() ->
                        asked(
                                Map.of(
                                        "bucket", List.of("hour"),
                                        "prices", List.of("billed"),
                                        "meter", List.of("acus"))))
                .hasMessage("400 Parameters are wrong: meter, prices, bucket");
    }
}

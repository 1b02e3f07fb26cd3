package dev.tallyport.adapter.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.limit.StatedLimit.Place;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitQueryTest {

    private static final SourceName ACME = new SourceName("acme");

    @Test
    void nothingSaidIsEveryLimitThatLimits() {
        var asked = LimitQuery.of(Map.of());

        assertThat(asked.filter()).isEqualTo(Filter.ALL);
        assertThat(asked.unlimited()).isFalse();
        assertThat(asked.limit()).isEqualTo(100);
        assertThat(asked.follows(new Place(ACME, "", "", "", ""))).isTrue();
    }

    @Test
    void filtersHaveOneValueOrSeveral() {
        var asked =
                LimitQuery.of(
                        Map.of(
                                "source", List.of("acme"),
                                "user", List.of("email|1,email|2"),
                                "person", List.of("me", "7"),
                                "organization", List.of("org-1")));

        assertThat(asked.filter())
                .isEqualTo(
                        Filter.ALL
                                .withOnly(Dimension.SOURCE, Set.of("acme"))
                                .withOnly(Dimension.USER, Set.of("email|1", "email|2"))
                                .withOnly(Dimension.PERSON, Set.of(Filter.ME, "7"))
                                .withOnly(Dimension.ORGANIZATION, Set.of("org-1")));
    }

    @Test
    void aListGoesOnBehindTheLastOne() {
        var last = new Place(ACME, "acu-limit", "org-1", "email|1", "");
        var written = LimitQuery.cursor(last).written();

        var asked = LimitQuery.of(Map.of("after", List.of(written), "unlimited", List.of("true")));

        assertThat(asked.unlimited()).isTrue();
        assertThat(asked.follows(last)).isFalse();
        assertThat(asked.follows(new Place(ACME, "acu-limit", "org-1", "email|1", "cli"))).isTrue();
        assertThat(asked.follows(new Place(ACME, "acu-limit", "org-1", "", ""))).isFalse();
        assertThat(asked.follows(new Place(ACME, "acu-limit-cloud", "", "", ""))).isTrue();
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThatThrownBy(() ->
                        LimitQuery.of(
                                Map.of(
                                        "after", List.of("7"),
                                        "unlimited", List.of("yes"),
                                        "users", List.of("email|1"),
                                        "person", List.of(" , "))))
                .hasMessage("400 Parameters are wrong: users, person, unlimited, after");
    }
}

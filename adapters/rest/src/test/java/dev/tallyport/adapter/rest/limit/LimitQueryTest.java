package dev.tallyport.adapter.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.limit.StatedLimit.Place;
import dev.tallyport.domain.source.SourceName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitQueryTest {

    private static final SourceName ACME = new SourceName("acme");

    @Test
    void nothingSaidIsEveryLimitThatLimits() {
        var asked = LimitQuery.of(Map.of());

        assertThat(asked.unlimited()).isFalse();
        assertThat(asked.limit()).isEqualTo(100);
        assertThat(asked.follows(new Place(ACME, "", "", "", ""))).isTrue();
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
                                        "user", List.of("email|1"))))
                .hasMessage("400 Parameters are wrong: user, unlimited, after");
    }
}

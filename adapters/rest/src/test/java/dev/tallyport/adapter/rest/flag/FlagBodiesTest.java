package dev.tallyport.adapter.rest.flag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.adapter.rest.AnyViewer;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.flag.FlagState;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlagBodiesTest {

    @Test
    void aStateHoldsAlwaysAndEverywhereUnlessSaidOtherwise() {
        var state = state("{\"on\":true,\"reason\":\"\"}");

        assertThat(state.state()).isEqualTo(FlagState.of(true));
        assertThat(state.scope()).isEqualTo(new Scope.Enterprise());
    }

    @Test
    void aStateHoldsForAWhileSomewhere() {
        var state =
                state(
                        """
                        {
                          "on": false,
                          "scope": {"source": "acme", "organization": "org-1"},
                          "from": "2026-03-01T00:00:00Z",
                          "until": "2026-04-01T00:00:00Z",
                          "reason": "pilot"
                        }
                        """);

        assertThat(state.state())
                .isEqualTo(
                        new FlagState(
                                false,
                                Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
                                Optional.of(Instant.parse("2026-04-01T00:00:00Z"))));
        assertThat(state.scope()).isEqualTo(new Scope.Organization(AnyViewer.ORGANIZATION));
        assertThat(state.reason()).isEqualTo("pilot");
    }

    @Test
    void aStateThatEndsBeforeItBeginsIsWrong() {
        var sent =
                """
                {
                  "on": true, "reason": "",
                  "from": "2026-03-01T00:00:00Z", "until": "2026-03-01T00:00:00Z"
                }
                """;

        assertThatThrownBy(() -> state(sent)).hasMessage("400 A member is wrong: until");
    }

    @Test
    void aStateSaysWhetherAndWhy() {
        assertThatThrownBy(() -> state("{}")).hasMessage("400 Members are wrong: on, reason");
    }

    @Test
    void organizationsAreOfTheirSourcesInOrderOrAllOfOne() {
        var paired =
                Membership.of(
                        Map.of(
                                "source", List.of("acme", "beta"),
                                "organization", List.of("org-1", "org-2")));
        var ofOne =
                Membership.of(
                        Map.of(
                                "source", List.of("acme"),
                                "organization", List.of("org-1", "org-2")));

        assertThat(paired)
                .containsExactlyInAnyOrder(
                        organization("acme", "org-1"), organization("beta", "org-2"));
        assertThat(ofOne)
                .containsExactlyInAnyOrder(
                        organization("acme", "org-1"), organization("acme", "org-2"));
        assertThat(Membership.of(Map.of())).isEmpty();
    }

    @Test
    void organizationsWithoutASourceAreWrong() {
        assertThatThrownBy(() -> Membership.of(Map.of("organization", List.of("org-1"))))
                .hasMessage("400 A parameter is wrong: source");
        assertThatThrownBy(() -> Membership.of(Map.of("source", List.of("acme"))))
                .hasMessage("400 A parameter is wrong: source");
    }

    private static NewState state(String sent) {
        return NewState.of(sent.getBytes(UTF_8));
    }

    private static VendorOrganization organization(String source, String id) {
        return new VendorOrganization(new SourceName(source), id);
    }
}

package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallyport.domain.flag.FlagDecision;
import dev.tallyport.domain.flag.FlagDecision.Rule;
import org.junit.jupiter.api.Test;

class DecisionViewTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theOrganizationThatDecidesIsNamed() throws JsonProcessingException {
        var decision = new FlagDecision(true, new Rule.Organization(AnyViewer.ORGANIZATION));

        assertThat(json.writeValueAsString(DecisionView.of(decision)))
                .isEqualTo(
                        "{\"on\":true,\"rule\":{\"kind\":\"organization\",\"source\":\"acme\",\"organization\":\"org-1\"}}");
    }

    @Test
    void everyOtherRuleIsItsKind() {
        assertThat(kindOf(new Rule.EveryOrganization())).isEqualTo("every-organization");
        assertThat(kindOf(new Rule.Enterprise())).isEqualTo("enterprise");
        assertThat(kindOf(new Rule.Unset())).isEqualTo("unset");
        assertThat(kindOf(new Rule.Unknown())).isEqualTo("unknown");
    }

    private static String kindOf(Rule rule) {
        return DecisionView.of(new FlagDecision(false, rule)).rule().kind();
    }
}

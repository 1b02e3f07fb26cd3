package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.application.reporting.DisplayNames.Label;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NamesViewTest {

    private static final SourceName ACME = new SourceName("acme");

    @Test
    void everyDimensionOfIdsIsThereEvenWithoutNames() throws JsonProcessingException {
        var view = NamesView.of(List.of(Group.unstated()), _ -> DisplayNames.NONE);

        assertThat(new ObjectMapper().writeValueAsString(view))
                .isEqualTo("{\"user\":{},\"person\":{},\"organization\":{},\"source\":{}}");
    }

    @Test
    void namesAreByDimensionAndId() {
        var rows = List.of(Group.of(Dimension.USER, "email|1").with(Dimension.SOURCE, "acme"));
        var names =
                new DisplayNames(
                        List.of(
                                new Label(Dimension.USER, "email|1", Optional.of(ACME), "Ada"),
                                new Label(Dimension.SOURCE, "acme", Optional.of(ACME), "Devin")));

        var view = NamesView.of(rows, _ -> names);

        assertThat(view.user()).isEqualTo(Map.of("email|1", "Ada"));
        assertThat(view.source()).isEqualTo(Map.of("acme", "Devin"));
        assertThat(view.person()).isEmpty();
    }

    @Test
    void aRowOfOneSourceNamesWhatItStates() {
        assertThat(NamesView.named(ACME, Optional.of("ada"), Optional.of("org-1")).values())
                .isEqualTo(
                        Map.of(
                                Dimension.SOURCE, "acme",
                                Dimension.USER, "ada",
                                Dimension.ORGANIZATION, "org-1"));
        assertThat(NamesView.named(ACME, Optional.of(" "), Optional.empty()).values())
                .isEqualTo(Map.of(Dimension.SOURCE, "acme"));
    }
}

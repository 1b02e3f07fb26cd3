package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.adapter.rest.export.Format;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FocusExportsTest {

    private static Query query(Map<String, List<String>> sent) {
        return Query.of(sent, "format", "top");
    }

    @Test
    void chargesAreNoTableAndATableIsCommaSeparatedUnlessSaidOtherwise() {
        assertThat(FocusExports.table(query(Map.of("format", List.of("focus"))))).isEmpty();
        assertThat(FocusExports.table(query(Map.of("format", List.of("jsonl")))))
                .contains(Format.JSON_LINES);
        assertThat(FocusExports.table(query(Map.of()))).contains(Format.CSV);
    }

    @Test
    void anUnknownFormatAndWhatChargesHaveNoUseForAreRefused() {
        var query = query(Map.of("format", List.of("pdf"), "top", List.of("3")));

        FocusExports.table(query);
        FocusExports.reject(query, "top", "every charge is of one group");

        assertThatThrownBy(query::requireValid).hasMessage("400 Parameters are wrong: format, top");
    }
}

package dev.tallyport.adapter.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.audit.AuditTrail.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AuditQueryTest {

    @Test
    void everyFilterIsAskedFor() {
        var asked =
                AuditQuery.OfPage.of(
                        Map.of(
                                "action", List.of("role.given"),
                                "principal", List.of("person:7"),
                                "target", List.of("person:8"),
                                "text", List.of("lead"),
                                "from", List.of("2026-01-01T00:00:00Z"),
                                "until", List.of("2026-02-01T00:00:00Z"),
                                "before", List.of("1042"),
                                "limit", List.of("1000")));

        assertThat(asked.wanted())
                .isEqualTo(
                        new Wanted(
                                Optional.of("role.given"),
                                Optional.of("person:7"),
                                Optional.of("person:8"),
                                Optional.of("lead"),
                                Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                                Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
                                OptionalLong.of(1042)));
        assertThat(asked.limit()).isEqualTo(1000);
    }

    @Test
    void anExportIsOfEverythingAsCsvUnlessSaidOtherwise() {
        var asked = AuditQuery.OfExport.of(Map.of());

        assertThat(asked.format()).isEqualTo(Format.CSV);
        assertThat(asked.described()).containsExactly(entry("format", "csv"));
    }

    @Test
    void anExportTellsTheLogWhatWasTaken() {
        var asked =
                AuditQuery.OfExport.of(
                        Map.of(
                                "format", List.of("jsonl"),
                                "action", List.of("role.given"),
                                "before", List.of("1042")));

        assertThat(asked.described())
                .containsOnly(
                        entry("format", "jsonl"),
                        entry("action", "role.given"),
                        entry("before", "1042"));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThatThrownBy(() ->
                        AuditQuery.OfExport.of(
                                Map.of(
                                        "format", List.of("ods"),
                                        "from", List.of("2026-01-01"),
                                        "limit", List.of("7"))))
                .hasMessage("400 Parameters are wrong: limit, from, format");
    }
}

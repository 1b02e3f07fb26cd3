package dev.tallyport.adapter.rest.activity;

import static dev.tallyport.adapter.rest.export.ExportedLines.answered;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tallyport.adapter.rest.Named;
import dev.tallyport.adapter.rest.export.ExportedLines;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.application.activity.ActivityReports.PullRequest;
import dev.tallyport.application.activity.ListedActivity;
import dev.tallyport.application.activity.Measured;
import dev.tallyport.application.activity.Metrics.ActiveUsers;
import dev.tallyport.application.activity.Session;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ActivityTablesTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final Instant START = Instant.parse("2026-01-16T09:30:00Z");

    private static final DisplayNames ADA =
            new DisplayNames(
                    List.of(
                            new DisplayNames.Label(
                                    Dimension.USER, "email|1", Optional.of(ACME), "Ada Lovelace")));

    @Test
    void anActivitySaysWhatItSaysOnThePage() {
        for (var activity : List.of(activity(true), activity(false))) {
            var line =
                    ExportedLines.of(
                                    ActivityTable.TABLE,
                                    List.of(
                                            new Named<>(
                                                    activity, ActivityTable.named(activity), ADA)),
                                    Summary.NONE)
                            .getFirst();

            assertThat(line.path("userName").asText()).isEqualTo("Ada Lovelace");
            assertThat(withoutNames(line)).isEqualTo(answered(ActivityView.of(activity)));
        }
    }

    @Test
    void aSessionSaysWhatItSaysOnThePage() {
        for (var session : List.of(session(true), session(false))) {
            var line =
                    ExportedLines.of(
                                    AgentSessionTable.TABLE,
                                    List.of(
                                            new Named<>(
                                                    session,
                                                    AgentSessionTable.named(session),
                                                    ADA)),
                                    Summary.NONE)
                            .getFirst();

            assertThat(line.path("userName").asText()).isEqualTo("Ada Lovelace");
            assertThat(withoutNames(line)).isEqualTo(answered(AgentSessionView.of(session)));
        }
    }

    @Test
    void activePeopleOfAPeriodAreThoseOfThePage() {
        var active = new ActiveUsers(START, START.plusSeconds(86_400), 4);
        var measured =
                new Measured<>(
                        Optional.of(List.of(active)),
                        List.of(
                                new Measured.Standing(
                                        ACME,
                                        Set.of(Kind.SESSION),
                                        Set.of(Kind.SEARCH),
                                        Optional.of(START))));

        var lines =
                ExportedLines.of(
                        ActivePeriodsTable.TABLE,
                        List.of(active),
                        ActivePeriodsTable.summary(measured));

        assertThat(lines.getFirst()).isEqualTo(answered(ActivePeriodsView.PeriodView.of(active)));
        assertThat(lines.getLast().toString())
                .contains("\"says\":\"session\"", "\"doesNotSay\":\"search\"");
    }

    private static JsonNode withoutNames(JsonNode line) {
        return ((ObjectNode) line).remove(List.of("sourceName", "userName", "organizationName"));
    }

    private static ListedActivity activity(boolean seen) {
        return new ListedActivity(
                ACME,
                Kind.SEARCH,
                "search-1",
                START,
                Optional.of(START.plusSeconds(60)).filter(_ -> seen),
                Optional.of("email|1"),
                Optional.of("org-1").filter(_ -> seen),
                Optional.of("devin-1a2b"),
                Optional.of("Where is it?").filter(_ -> seen),
                !seen,
                Map.of("acus", new BigDecimal("2.5")),
                Map.of("tags", seen ? List.of("ci", "urgent") : List.of()));
    }

    private static Session session(boolean seen) {
        return new Session(
                ACME,
                "devin-1a2b",
                Optional.of("email|1"),
                Optional.of("org-1"),
                Optional.of("Fix the build").filter(_ -> seen),
                !seen,
                Optional.of("exit"),
                Optional.empty(),
                START,
                Optional.of(START.plusSeconds(60)),
                Optional.of(new BigDecimal("2.5")),
                Optional.of("https://app.devin.ai/sessions/1a2b"),
                Optional.of("slack"),
                Optional.of("bug_fixing"),
                Optional.empty(),
                Optional.of("m"),
                Optional.of("playbook-1"),
                Optional.of("devin-0"),
                seen ? List.of("ci") : List.of(),
                List.of(
                        new PullRequest(
                                "https://github.com/acme/app/pull/7",
                                "devin-1a2b",
                                Optional.of("merged"),
                                Optional.of("github.com/acme/app"))));
    }
}

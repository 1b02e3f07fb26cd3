package dev.tallyport.adapter.rest.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.application.activity.ActivityFilter;
import dev.tallyport.application.activity.ActivityReports.Wanted;
import dev.tallyport.application.activity.Place;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListQueryTest {

    private static final Place PLACE =
            new Place(
                    Instant.parse("2026-01-16T09:30:00.123456Z"),
                    new SourceName("acme"),
                    Kind.PULL_REQUEST,
                    "https://github.com/acme/app/pull/7?ä\n");

    @Test
    void nothingSaidIsEverythingOfAllTime() {
        var asked = ListQuery.ofActivities(Map.of());

        assertThat(asked.kinds()).containsExactly(Kind.values());
        assertThat(asked.wanted())
                .isEqualTo(new Wanted(Optional.empty(), Optional.empty(), ActivityFilter.ALL, ""));
        assertThat(asked.after()).isEmpty();
        assertThat(asked.limit()).isEqualTo(100);
        assertThat(ListQuery.ofSessions(Map.of()).kinds()).containsExactly(Kind.SESSION);
    }

    @Test
    void everyFilterIsAskedForAndADateIsADayOfUtc() {
        var asked =
                ListQuery.ofSessions(
                        Map.ofEntries(
                                Map.entry("from", List.of("2026-01-16")),
                                Map.entry("to", List.of("2026-01-17T08:00:00+01:00")),
                                Map.entry("source", List.of("acme,beta")),
                                Map.entry("user", List.of("email|1", "email|2")),
                                Map.entry("person", List.of("me,007,acme/okta|a/b")),
                                Map.entry("organization", List.of("org-1")),
                                Map.entry("status", List.of("exit")),
                                Map.entry("playbook", List.of("playbook-1")),
                                Map.entry("search", List.of("build")),
                                Map.entry("limit", List.of("7"))));

        assertThat(asked.wanted())
                .isEqualTo(
                        new Wanted(
                                Optional.of(Instant.parse("2026-01-16T00:00:00Z")),
                                Optional.of(Instant.parse("2026-01-17T07:00:00Z")),
                                new ActivityFilter(
                                        Filter.ALL
                                                .withOnly(Dimension.SOURCE, Set.of("acme", "beta"))
                                                .withOnly(
                                                        Dimension.USER,
                                                        Set.of("email|1", "email|2"))
                                                .withOnly(
                                                        Dimension.PERSON,
                                                        Set.of("me", "7", "acme/okta|a/b"))
                                                .withOnly(Dimension.ORGANIZATION, Set.of("org-1")),
                                        Optional.of(Set.of("exit")),
                                        Optional.of(Set.of("playbook-1"))),
                                "build"));
        assertThat(asked.limit()).isEqualTo(7);
    }

    @Test
    void kindsAreRepeatedOrJoined() {
        var asked =
                ListQuery.ofActivities(
                        Map.of("kind", List.of("session,pull-request", "audit-event")));

        assertThat(asked.kinds())
                .containsExactlyInAnyOrder(Kind.SESSION, Kind.PULL_REQUEST, Kind.AUDIT_EVENT);
    }

    @Test
    void aPlaceGoesOnWhereItWas() {
        var written = ListQuery.cursor(PLACE).written();

        assertThat(ListQuery.ofActivities(Map.of("after", List.of(written))).after())
                .contains(PLACE);
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThatThrownBy(() ->
                        ListQuery.ofActivities(
                                Map.of(
                                        "kind", List.of("sessions"),
                                        "from", List.of("2026-01-17"),
                                        "to", List.of("2026-01-16"),
                                        "source", List.of("No Source"),
                                        "person", List.of("7, Ada/"),
                                        "playbook", List.of("p"),
                                        "after", List.of("7"),
                                        "limit", List.of("0"))))
                .hasMessage(
                        "400 Parameters are wrong: playbook, kind, to, source, person, after, limit");
    }

    @Test
    void aPlaceThatCannotBeIsNone() {
        for (var wrong :
                List.of(
                        Cursor.of("+1000000000-12-31T23:59:59Z", "acme", "session", "s1"),
                        Cursor.of("2026-01-16T09:30:00Z", "No Source", "session", "s1"),
                        Cursor.of("2026-01-16T09:30:00Z", "acme", "sessions", "s1"),
                        Cursor.of("2026-01-16T09:30:00Z", "acme", "session"))) {
            assertThatThrownBy(
                            () -> ListQuery.ofActivities(Map.of("after", List.of(wrong.written()))))
                    .hasMessage("400 A parameter is wrong: after");
        }
    }
}

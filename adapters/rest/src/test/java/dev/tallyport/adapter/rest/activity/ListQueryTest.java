package dev.tallyport.adapter.rest.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.application.activity.ActivityFilter;
import dev.tallyport.application.activity.ActivityReports.Wanted;
import dev.tallyport.application.activity.Place;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.source.SourceName;
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
                        Map.of(
                                "from", List.of("2026-01-16"),
                                "to", List.of("2026-01-17T08:00:00+01:00"),
                                "source", List.of("acme,beta"),
                                "user", List.of("email|1", "email|2"),
                                "organization", List.of("org-1"),
                                "status", List.of("exit"),
                                "playbook", List.of("playbook-1"),
                                "search", List.of("build"),
                                "limit", List.of("7")));

        assertThat(asked.wanted())
                .isEqualTo(
                        new Wanted(
                                Optional.of(Instant.parse("2026-01-16T00:00:00Z")),
                                Optional.of(Instant.parse("2026-01-17T07:00:00Z")),
                                ActivityFilter.ALL
                                        .withSources(
                                                Set.of(
                                                        new SourceName("acme"),
                                                        new SourceName("beta")))
                                        .withUsers(Set.of("email|1", "email|2"))
                                        .withOrganizations(Set.of("org-1"))
                                        .withStatuses(Set.of("exit"))
                                        .withPlaybooks(Set.of("playbook-1")),
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
                                        "playbook", List.of("p"),
                                        "after", List.of("7"),
                                        "limit", List.of("0"))))
                .hasMessage("400 Parameters are wrong: playbook, kind, to, source, after, limit");
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

package dev.tallyport.application.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Exchanges.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RepeatAnswersTest {

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant END = Instant.parse("2026-02-01T08:00:00Z");

    private final List<byte[]> parts = new ArrayList<>();

    private KeepAnswers keeper() {
        return new KeepAnswers(
                Optional.of(
                        new KeptAnswers.Writer((content, part) -> {
                            assertThat(part).isEqualTo(parts.size());
                            parts.add(content);
                        })));
    }

    private RepeatAnswers repeat() {
        return new RepeatAnswers(parts::get, parts.size());
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, body.getBytes(UTF_8));
    }

    private static Optional<String> said(Optional<Answer> answer) {
        return answer.map(one -> one.status() + " " + new String(one.body(), UTF_8));
    }

    @Test
    void eachRequestIsAnsweredInTheOrderOfThen() {
        try (var keeper = keeper()) {
            keeper.keep("GET /a", answer(200, "first"));
            keeper.keep("GET /b", answer(404, ""));
            keeper.keep("GET /a", answer(200, "second ü"));
        }

        var repeated = repeat();

        assertThat(said(repeated.next("GET /a"))).contains("200 first");
        assertThat(said(repeated.next("GET /a"))).contains("200 second ü");
        assertThat(said(repeated.next("GET /b"))).contains("404 ");
        assertThat(repeated.next("GET /a")).isEmpty();
        assertThat(repeated.next("GET /c")).isEmpty();
    }

    @Test
    void moreAnswersThanFitIntoOnePartAreAllThere() {
        var body = "x".repeat(100_000);
        try (var keeper = keeper()) {
            IntStream.range(0, 150)
                    .forEach(number ->
                            keeper.keep("GET /" + number % 7, answer(200, body + number)));
        }

        var repeated = repeat();

        assertThat(parts).hasSizeGreaterThan(10);
        IntStream.range(0, 150)
                .forEach(number ->
                        assertThat(said(repeated.next("GET /" + number % 7)))
                                .contains("200 " + body + number));
    }

    @Test
    void whoWasKnownAndWhichDaysWereStaleIsSaidAgain() {
        var known =
                List.<DirectoryEntry>of(
                        new DirectoryEntry.Person(
                                "email|1",
                                Optional.of("Ada"),
                                Optional.empty(),
                                Set.of("org-1", "org-2"),
                                Set.of("Admin"),
                                Set.of("developers")),
                        new DirectoryEntry.ServiceUser("bot", Optional.empty(), Set.of("org-1")),
                        new DirectoryEntry.Organization("org-1", Optional.of("Payments")));
        var days = new TreeSet<>(Set.of(LocalDate.parse("2026-01-03")));
        try (var keeper = keeper()) {
            keeper.keepKnown(known);
            keeper.keepStale("daily", START, END, days);
            keeper.keep("GET /a", answer(200, ""));
        }

        var repeated = repeat();

        assertThat(repeated.known()).isEqualTo(known);
        assertThat(repeated.stale("daily", START, END)).isEqualTo(days);
        assertThatThrownBy(() -> repeated.stale("daily", START, END.plusSeconds(1)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("backfill");
    }

    @Test
    void whatOnlyThePlatformSaidIsNotKept() {
        try (var keeper = keeper()) {
            keeper.keepKnown(List.of());
        }

        assertThat(parts).isEmpty();
    }

    @Test
    void whatABatchCameFromIsKeptBeforeItIs() {
        try (var keeper = keeper()) {
            keeper.keep("GET /a", answer(200, "first"));
            keeper.flush();

            assertThat(said(repeat().next("GET /a"))).contains("200 first");
        }
    }

    @Test
    void nothingIsKeptWhereNothingShallBe() {
        try (var keeper = new KeepAnswers(Optional.empty())) {
            keeper.keep("GET /a", answer(200, "first"));
            keeper.waitUntil(END);

            assertThat(keeper.waits()).isEqualTo(1);
        }
        assertThat(parts).isEmpty();
    }
}

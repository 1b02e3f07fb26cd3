package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.BillingPeriod;
import dev.tallyport.connector.spi.Observation;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the vendor counts by itself, per cycle. No two figures are kept under one name.
record Metrics(VendorApi api, Occasion occasion, Parts parts, Sink sink) {

    private static final String SESSION = "session";
    private static final String PULL_REQUEST = "pull-request";
    private static final String SEARCH = "search";

    /// One figure.
    ///
    /// @param member the vendor's name for it
    private record Figure(String member, String name, String unit) {}

    /// Figures by a word of the vendor's, such as the origin of sessions.
    ///
    /// @param prefix what the word is put behind
    private record Division(String member, String prefix) {}

    /// One of the vendor's statements.
    private record Statement(String name, List<Figure> figures, List<Division> divisions) {

        String part() {
            return "metrics/" + name;
        }

        String path(BillingPeriod period) {
            return "/v3/enterprise/metrics/%s?time_after=%d&time_before=%d"
                    .formatted(
                            name, period.start().getEpochSecond(), period.end().getEpochSecond());
        }
    }

    private static final List<Statement> STATEMENTS =
            List.of(
                    new Statement(
                            "usage",
                            List.of(
                                    new Figure("sessions_count", "sessions", SESSION),
                                    new Figure("searches_count", "searches", SEARCH),
                                    new Figure(
                                            "prs_created_count",
                                            "pull-requests-created",
                                            PULL_REQUEST),
                                    new Figure(
                                            "prs_merged_count",
                                            "pull-requests-merged",
                                            PULL_REQUEST)),
                            List.of()),
                    new Statement(
                            "prs",
                            List.of(
                                    new Figure(
                                            "prs_opened_count",
                                            "pull-requests-opened",
                                            PULL_REQUEST),
                                    new Figure(
                                            "prs_closed_count",
                                            "pull-requests-closed",
                                            PULL_REQUEST)),
                            List.of()),
                    new Statement(
                            "sessions",
                            List.of(
                                    new Figure(
                                            "sessions_created_count", "sessions-created", SESSION),
                                    new Figure(
                                            "sessions_created_with_playbook_count",
                                            "sessions-with-playbook",
                                            SESSION),
                                    new Figure(
                                            "sessions_created_with_search_count",
                                            "sessions-with-search",
                                            SESSION),
                                    new Figure(
                                            "sessions_with_merged_prs_count",
                                            "sessions-with-merged-pull-requests",
                                            SESSION),
                                    new Figure("avg_acus_per_session", "acus-per-session", "ACU")),
                            List.of(
                                    new Division("sessions_created_by_origin", "sessions-from-"),
                                    new Division("sessions_created_by_size", "sessions-of-size-"),
                                    new Division(
                                            "sessions_with_merged_prs_by_size",
                                            "sessions-with-merged-pull-requests-of-size-"))),
                    new Statement(
                            "searches",
                            List.of(
                                    new Figure(
                                            "searches_created_count", "searches-created", SEARCH)),
                            List.of()));

    /// A request for each of the vendor's statements about a period, by the part it belongs to.
    static Map<String, String> probes(BillingPeriod period) {
        return STATEMENTS.stream()
                .collect(Collectors.toMap(Statement::part, statement -> statement.path(period)));
    }

    void read() {
        for (var statement : STATEMENTS) {
            parts.attempt(statement.part(), () -> read(statement));
        }
    }

    private void read(Statement statement) {
        var observations = new ArrayList<Observation>();
        var rejects = new ArrayList<Reject>();
        for (var period : occasion.periods()) {
            var path = statement.path(period);
            var answer = JsonValue.root(api.get(path));
            for (var figure : statement.figures()) {
                try {
                    observations.add(
                            observation(
                                    figure.name(),
                                    period,
                                    answer.number(figure.member()),
                                    figure.unit()));
                } catch (MalformedMember e) {
                    rejects.add(e.toReject(path));
                }
            }
            for (var division : statement.divisions()) {
                try {
                    answer.member(division.member())
                            .numbers()
                            .forEach((word, count) ->
                                    observations.add(
                                            observation(
                                                    nameOf(answer, division, word),
                                                    period,
                                                    count,
                                                    SESSION)));
                } catch (MalformedMember e) {
                    rejects.add(e.toReject(path));
                }
            }
        }
        sink.accept(Batch.EMPTY.withObservations(observations).withRejects(rejects));
    }

    private static String nameOf(JsonValue answer, Division division, String word) {
        var dashed = word.toLowerCase(Locale.ROOT).replace('_', '-');
        if (!dashed.matches("[a-z0-9-]{1,50}")) {
            throw new MalformedMember(
                    answer.path() + "." + division.member(),
                    "expected words of letters and digits, found another text");
        }
        return division.prefix() + dashed;
    }

    private static Observation observation(
            String name, BillingPeriod period, BigDecimal value, String unit) {
        return new Observation(
                name, period.start(), period.end(), Map.of(), value, unit, Optional.empty());
    }
}

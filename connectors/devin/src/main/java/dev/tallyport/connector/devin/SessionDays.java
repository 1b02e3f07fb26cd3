package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.Concurrently;
import dev.tallyport.connector.http.Uris;
import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.UsageFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The day series of sessions, at the price of one request for each.
///
/// A session that the vendor does not answer for keeps what is known of it; only when that is true
/// of all of a read, the vendor offers no such series.
final class SessionDays {

    static final String PART = "session-days";

    private static final String DAILY = "/v3/enterprise/consumption/daily/sessions/";

    private final VendorApi api;
    private final int concurrency;
    private final LocalDate end;
    private int asked;
    private int known;

    /// @param end the day after the last one to read
    SessionDays(VendorApi api, int concurrency, LocalDate end) {
        this.api = api;
        this.concurrency = concurrency;
        this.end = end;
    }

    /// A single session that is unknown tells nothing about the others.
    ///
    /// @throws dev.tallyport.connector.spi.ConnectorException when the vendor knew none of all that
    ///   were read
    void requireAnyKnown() {
        if (asked > 1 && known == 0) {
            throw Parts.noneKnown(DAILY);
        }
    }

    Batch read(List<Activity> sessions) {
        var facts = new ArrayList<UsageFact>();
        var coverage = new ArrayList<Coverage>();
        var rejects = new ArrayList<Reject>();
        var series = Concurrently.map(concurrency, sessions, this::series);
        asked += sessions.size();
        known += (int) series.stream().filter(Optional::isPresent).count();
        for (int i = 0; i < sessions.size(); i++) {
            var session = sessions.get(i);
            series.get(i)
                    .ifPresent(found -> {
                        found.figures()
                                .forEach((cell, acus) ->
                                        facts.add(SessionFigures.onDay(session, cell, acus)));
                        rejects.addAll(found.rejects());
                        for (var span : spanOf(session).without(found.broken())) {
                            coverage.add(
                                    new Coverage(
                                            SessionFigures.DAYS.id(),
                                            span.startInstant(),
                                            span.endInstant(),
                                            Map.of(Dimension.ACTIVITY, Set.of(session.id()))));
                        }
                    });
        }
        return Batch.ofFacts(facts, coverage).withRejects(rejects);
    }

    private Optional<Series> series(Activity session) {
        var span = spanOf(session);
        var path =
                DAILY
                        + Uris.segment(session.id())
                        + "?time_after=%d&time_before=%d"
                                .formatted(
                                        span.startInstant().getEpochSecond(),
                                        span.endInstant().getEpochSecond());
        return api.find(path).map(answer -> SeriesReader.v3(path, span, answer));
    }

    private Span spanOf(Activity session) {
        var created = Span.dayOf(session.start());
        return new Span(created, created.isBefore(end) ? end : created.plusDays(1));
    }
}

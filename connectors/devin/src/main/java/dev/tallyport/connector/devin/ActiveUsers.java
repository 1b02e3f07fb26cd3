package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.BillingPeriod;
import dev.tallyport.connector.spi.Observation;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many people the vendor counts as active: with a session or a search, in a cycle and on each
/// of its days. Those days are of UTC, other than billing days.
record ActiveUsers(VendorApi api, Occasion occasion, Sink sink) {

    static final String PART = "active-users";
    private static final String METRICS = "/v3/enterprise/metrics/";

    void read() {
        var observations = new ArrayList<Observation>();
        var rejects = new ArrayList<Reject>();
        for (var period : occasion.periods()) {
            var ofPeriod = path("active-users", period.start(), period.end());
            try {
                observations.add(
                        observation(
                                JsonValue.root(api.get(ofPeriod)), period.start(), period.end()));
            } catch (MalformedMember e) {
                rejects.add(e.toReject(ofPeriod));
            }
            readDays(period, observations, rejects);
        }
        sink.accept(Batch.EMPTY.withObservations(observations).withRejects(rejects));
    }

    /// The days that begin in the period: those of periods in a row are all days, each once.
    private void readDays(
            BillingPeriod period, List<Observation> observations, List<Reject> rejects) {
        var path = path("dau", firstDayFrom(period.start()), firstDayFrom(period.end()));
        try {
            for (var item : JsonValue.root(api.get(path)).elements()) {
                try {
                    var start = item.epochSeconds("start_time");
                    observations.add(observation(item, start, start.plus(Duration.ofDays(1))));
                } catch (MalformedMember e) {
                    rejects.add(e.toReject(path));
                }
            }
        } catch (MalformedMember e) {
            rejects.add(e.toReject(path));
        }
    }

    static String path(String metric, Instant start, Instant end) {
        return METRICS
                + "%s?time_after=%d&time_before=%d&min_sessions=1&min_searches=1"
                        .formatted(metric, start.getEpochSecond(), end.getEpochSecond());
    }

    private static Instant firstDayFrom(Instant instant) {
        var day = instant.truncatedTo(ChronoUnit.DAYS);
        return day.equals(instant) ? day : day.plus(Duration.ofDays(1));
    }

    private static Observation observation(JsonValue item, Instant start, Instant end) {
        return new Observation(
                "active-users",
                start,
                end,
                Map.of(),
                item.number("active_users"),
                "user",
                Optional.empty());
    }
}

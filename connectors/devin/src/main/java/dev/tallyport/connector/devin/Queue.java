package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Observation;
import dev.tallyport.connector.spi.Sink;
import java.util.List;
import java.util.Map;

/// How many sessions wait now, and how the vendor puts that.
record Queue(VendorApi api, Occasion occasion, Sink sink) {

    static final String PART = "queue";
    static final String PATH = "/v3/enterprise/queue";

    void read() {
        var answer = JsonValue.root(api.get(PATH));
        try {
            sink.accept(
                    Batch.EMPTY.withObservations(
                            List.of(
                                    new Observation(
                                            "queue-size",
                                            occasion.now(),
                                            occasion.now(),
                                            Map.of(),
                                            answer.number("queue_size"),
                                            "session",
                                            answer.optionalText("status")))));
        } catch (MalformedMember e) {
            sink.accept(Batch.EMPTY.withRejects(List.of(e.toReject(PATH))));
        }
    }
}

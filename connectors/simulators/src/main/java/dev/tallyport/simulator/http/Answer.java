package dev.tallyport.simulator.http;

import java.util.Map;

/// What goes back over the wire.
public record Answer(int status, Map<String, String> headers, String body) {

    public static Answer of(Json json) {
        return json(200, json);
    }

    public static Answer json(int status, Json json) {
        return new Answer(status, Map.of("Content-Type", "application/json"), json.text());
    }
}

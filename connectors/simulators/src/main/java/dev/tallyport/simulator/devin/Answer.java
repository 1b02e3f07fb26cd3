package dev.tallyport.simulator.devin;

import java.util.Map;

/// What goes over the wire.
record Answer(int status, Map<String, String> headers, String body) {

    static Answer of(Json json) {
        return json(200, json);
    }

    static Answer json(int status, Json json) {
        return new Answer(status, Map.of("Content-Type", "application/json"), json.text());
    }
}

package dev.tallyport.connector.codemie;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.Reject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Figures of everybody together, by their id. Others than those asked for are ignored.
record Summary(String request, Map<String, JsonValue> metrics) {

    Summary {
        metrics = Map.copyOf(metrics);
    }

    static Summary of(String request, JsonNode answer) {
        try {
            var metrics = new HashMap<String, JsonValue>();
            for (var metric : JsonValue.root(answer).member("data").array("metrics")) {
                metrics.put(metric.text("id"), metric);
            }
            return new Summary(request, metrics);
        } catch (MalformedMember malformed) {
            throw malformed.toFailure(request);
        }
    }

    /// Empty for what the vendor does not know.
    Optional<BigDecimal> figure(String id) {
        var metric = metrics.get(id);
        if (metric == null) {
            throw new Unreadable(
                    new Reject(
                            request,
                            "$.data.metrics",
                            "expected a metric '" + id + "', found none of that id"));
        }
        try {
            return Amounts.of(metric, "value");
        } catch (MalformedMember malformed) {
            throw Unreadable.of(request, malformed);
        }
    }
}

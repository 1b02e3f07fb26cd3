package dev.tallyport.connector.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/// However often and in whatever order records come: each counts once.
public interface RepetitionContract extends HttpContract {

    String REMEDY = "make keys of what identifies a record, and not of its place or its page";

    @Test
    default void recordsInAnotherOrderChangeNothing() {
        try (var fixture = fixture()) {
            if (!fixture.shape().ordered()) {
                Interference.requireUnmoved(
                        fixture,
                        "with the records of each answer in reverse",
                        Json.spoilingRecords(
                                fixture.shape().records(), RepetitionContract::reverse),
                        REMEDY);
            }
        }
    }

    @Test
    default void recordsThatComeTwiceInOnePageCountOnce() {
        try (var fixture = fixture()) {
            if (!fixture.shape().ids().isEmpty()) {
                Interference.requireUnmoved(
                        fixture,
                        "with every record twice",
                        Json.spoilingRecords(
                                fixture.shape().records(),
                                records -> records.addAll(records.deepCopy()).isArray()),
                        REMEDY);
            }
        }
    }

    @Test
    default void recordsThatMoveFromPageToPageCountOnce() {
        try (var fixture = fixture()) {
            if (!fixture.shape().ids().isEmpty()) {
                Interference.requireUnmoved(
                        fixture,
                        "with the last record of each page once more in the next one",
                        mixing(
                                fixture.shape(),
                                (records, earlier) ->
                                        records.insert(0, earlier.get(earlier.size() - 1))),
                        REMEDY);
            }
        }
    }

    @Test
    default void aPageThatIsAnsweredTwiceCountsOnce() {
        try (var fixture = fixture()) {
            var trial = new Trial(fixture);
            fixture.vendor()
                    .attack(
                            mixing(
                                            fixture.shape(),
                                            (records, earlier) -> {
                                                records.removeAll();
                                                records.addAll(earlier);
                                            })
                                    .once());

            trial.attempt(fixture.now());

            trial.requireNothingInvented("after a page that was answered twice", REMEDY);
        }
    }

    /// Makes records of a page's and of those of the page before it.
    @FunctionalInterface
    interface Mixture {
        void into(ArrayNode records, ArrayNode earlier);
    }

    /// Changes every page that follows another one of the same list.
    private static Attack mixing(Shape shape, Mixture mixture) {
        Map<String, ArrayNode> earlier = new ConcurrentHashMap<>();
        return (request, honest) -> {
            var list = shape.page().map(request::without);
            return Json.spoilingRecords(
                            shape.records(),
                            records -> {
                                var own = records.deepCopy();
                                var before = list.map(one -> earlier.put(one, own)).orElse(null);
                                if (before != null) {
                                    mixture.into(records, before);
                                }
                                return before != null;
                            })
                    .spoil(request, honest);
        };
    }

    private static boolean reverse(ArrayNode records) {
        var reversed = new ArrayList<JsonNode>();
        records.forEach(reversed::add);
        Collections.reverse(reversed);
        records.removeAll();
        records.addAll(reversed);
        return true;
    }
}

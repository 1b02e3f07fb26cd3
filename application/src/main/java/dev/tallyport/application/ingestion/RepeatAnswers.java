package dev.tallyport.application.ingestion;

import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Exchanges;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.IntFunction;

/// Gives an earlier read's answers once more, each request's in the order in which they came then.
/// Holds a few parts at a time.
final class RepeatAnswers implements Exchanges {

    private static final int MOST_PARTS_HELD = 8;

    private record Place(int part, int position) {}

    private final IntFunction<byte[]> parts;
    private final Map<String, Deque<Place>> places = new HashMap<>();
    private final Map<Integer, List<Answer>> held =
            new LinkedHashMap<>(MOST_PARTS_HELD, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, List<Answer>> eldest) {
                    return size() > MOST_PARTS_HELD;
                }
            };

    /// @param parts gives each part by its number
    /// @param count how many there are
    RepeatAnswers(IntFunction<byte[]> parts, int count) {
        this.parts = parts;
        for (int part = 0; part < count; part++) {
            index(part);
        }
    }

    private void index(int part) {
        var position = new int[1];
        KeptAnswers.read(
                parts.apply(part),
                (request, _) ->
                        places.computeIfAbsent(request, _ -> new ArrayDeque<>())
                                .add(new Place(part, position[0]++)));
    }

    List<DirectoryEntry> known() {
        return next(ReadInputs.KNOWN).map(ReadInputs::known).orElse(List.of());
    }

    SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
        return next(ReadInputs.stale(cut, start, end))
                .map(ReadInputs::days)
                .orElseThrow(() ->
                        new ConnectorException(
                                ConnectorException.Kind.UNAVAILABLE,
                                "this read asks for stale days that the earlier one did not ask"
                                        + " for; ask the vendor again with a backfill"));
    }

    @Override
    public boolean isReplay() {
        return true;
    }

    @Override
    public synchronized Optional<Answer> next(String request) {
        return Optional.ofNullable(places.get(request))
                .map(Deque::poll)
                .map(place -> answers(place.part()).get(place.position()));
    }

    private List<Answer> answers(int part) {
        return held.computeIfAbsent(
                part,
                number -> {
                    var answers = new ArrayList<Answer>();
                    KeptAnswers.read(parts.apply(number), (_, answer) -> answers.add(answer));
                    return answers;
                });
    }

    @Override
    public void keep(String request, Answer answer) {}

    @Override
    public void waitUntil(Instant instant) {}
}

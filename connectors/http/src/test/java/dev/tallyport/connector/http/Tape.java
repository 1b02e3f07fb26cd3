package dev.tallyport.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.connector.spi.Exchanges;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Exchanges in memory.
final class Tape implements Exchanges {

    private final Map<String, Deque<Answer>> kept;
    private final boolean replay;
    private final List<String> lines = new ArrayList<>();
    private final List<Instant> waits = new ArrayList<>();

    Tape() {
        this(new HashMap<>(), false);
    }

    private Tape(Map<String, Deque<Answer>> kept, boolean replay) {
        this.kept = kept;
        this.replay = replay;
    }

    Tape replayed() {
        return new Tape(kept, true);
    }

    @Override
    public boolean isReplay() {
        return replay;
    }

    @Override
    public Optional<Answer> next(String request) {
        return Optional.ofNullable(kept.get(request)).map(Deque::poll);
    }

    @Override
    public synchronized void keep(String request, Answer answer) {
        lines.add(request + " " + answer.status() + " " + new String(answer.body(), UTF_8));
        kept.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(answer);
    }

    @Override
    public synchronized void waitUntil(Instant instant) {
        waits.add(instant);
    }

    /// Such as `GET /x 200 {}`.
    List<String> kept() {
        return lines;
    }

    List<Instant> waits() {
        return waits;
    }
}

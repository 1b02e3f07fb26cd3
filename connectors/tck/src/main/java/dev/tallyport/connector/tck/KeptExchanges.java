package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Exchanges;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps what the vendor answers in one read, and repeats it in the next. Safe for threads.
final class KeptExchanges implements Exchanges {

    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private boolean replay;

    synchronized void replay() {
        replay = true;
    }

    synchronized boolean isEmpty() {
        return answers.isEmpty();
    }

    @Override
    public synchronized boolean isReplay() {
        return replay;
    }

    @Override
    public synchronized Optional<Answer> next(String request) {
        return Optional.ofNullable(answers.get(request)).map(Deque::poll);
    }

    @Override
    public synchronized void keep(String request, Answer answer) {
        answers.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(answer);
    }

    @Override
    public void waitUntil(Instant instant) {}
}

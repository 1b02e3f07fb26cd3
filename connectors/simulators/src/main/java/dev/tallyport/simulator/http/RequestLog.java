package dev.tallyport.simulator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/// What was asked so far, and how much of it at once.
final class RequestLog {

    private static final int REMEMBERED = 100_000;

    private final Deque<String> latest = new ArrayDeque<>();
    private long total;
    private int inFlight;
    private int highestInFlight;

    synchronized Visit enter(String pathAndQuery) {
        if (latest.size() == REMEMBERED) {
            latest.removeFirst();
        }
        latest.addLast(pathAndQuery);
        total++;
        inFlight++;
        highestInFlight = Math.max(highestInFlight, inFlight);
        return new Visit();
    }

    synchronized long total() {
        return total;
    }

    synchronized long count(Predicate<String> pathAndQuery) {
        return latest.stream().filter(pathAndQuery).count();
    }

    synchronized int highestInFlight() {
        return highestInFlight;
    }

    synchronized void clear() {
        latest.clear();
        total = 0;
        highestInFlight = inFlight;
    }

    /// A request being answered. It leaves before its last byte does, so that a client's next
    /// request is not counted beside it.
    final class Visit implements AutoCloseable {

        private boolean isOver;

        void leave() {
            synchronized (RequestLog.this) {
                if (!isOver) {
                    isOver = true;
                    inFlight--;
                }
            }
        }

        @Override
        public void close() {
            leave();
        }
    }
}

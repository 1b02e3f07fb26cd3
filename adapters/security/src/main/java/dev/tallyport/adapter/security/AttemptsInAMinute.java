package dev.tallyport.adapter.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lets each key be tried so often in any minute. Knows only so many keys: one more, and the one
/// that was tried longest ago is forgotten.
final class AttemptsInAMinute<K> {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long NEVER = Long.MIN_VALUE;
    private static final int MOST_KEYS = 10_000;

    private final int most;
    private final Map<K, Latest> latestByKey =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<K, Latest> eldest) {
                    return size() > MOST_KEYS;
                }
            };

    AttemptsInAMinute(int most) {
        this.most = most;
    }

    /// Zero when another attempt is not one too many.
    Duration timeToWait(K key, Instant now) {
        var latest = latestByKey.get(key);
        return latest == null ? Duration.ZERO : latest.timeToWait(now.toEpochMilli());
    }

    void count(K key, Instant now) {
        latestByKey.computeIfAbsent(key, _ -> new Latest(most)).add(now.toEpochMilli());
    }

    void forget(K key) {
        latestByKey.remove(key);
    }

    int keys() {
        return latestByKey.size();
    }

    /// The latest attempts, as many as are allowed, in a ring.
    private static final class Latest {

        private final long[] attempts;
        private int oldest;

        Latest(int most) {
            attempts = new long[most];
            Arrays.fill(attempts, NEVER);
        }

        /// A clock that was set back holds nobody up.
        Duration timeToWait(long now) {
            var first = attempts[oldest];
            var isFree = first == NEVER || first > now || now - first >= MINUTE;
            return isFree ? Duration.ZERO : Duration.ofMillis(first + MINUTE - now);
        }

        void add(long now) {
            attempts[oldest] = now;
            oldest = (oldest + 1) % attempts.length;
        }
    }
}

package dev.tallyport.adapter.security;

import dev.tallyport.application.account.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Each hash takes tens of milliseconds of a core and 19 MiB.
@ApplicationScoped
class Argon2Passwords implements Passwords {

    /// 32 characters that nobody takes for one another.
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 6;

    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 4;
    private static final long PATIENCE_MILLIS = 250;

    private final Refusals refusals;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Argon2Passwords(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public String generate() {
        return IntStream.range(0, GROUPS).mapToObj(_ -> group()).collect(Collectors.joining("-"));
    }

    private String group() {
        return random.ints(GROUP_LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }

    @Override
    public String hash(String password) {
        var salt = new byte[PasswordHash.SALT_BYTES];
        random.nextBytes(salt);
        places.acquireUninterruptibly();
        try {
            return PasswordHash.of(password, salt).text();
        } finally {
            places.release();
        }
    }

    @Override
    public Optional<Boolean> matches(String password, Optional<String> hash) {
        if (!hasPlace()) {
            refusals.signIn();
            return Optional.empty();
        }
        try {
            var right = hash.map(PasswordHash::parse).orElseGet(PasswordHash::ofNobody);
            var matches = right.matches(password) && hash.isPresent();
            if (!matches) {
                refusals.signIn();
            }
            return Optional.of(matches);
        } finally {
            places.release();
        }
    }

    /// Lets few wait, and not for long: whoever waits keeps a thread.
    private boolean hasPlace() {
        if (places.getQueueLength() >= MOST_WAITING) {
            return false;
        }
        try {
            return places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package dev.tallyport.application.account;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Allows three attempts on a login until one succeeds.
final class FewAttempts implements SignInAttempts {

    static final int MOST = 3;
    static final Duration WAIT = Duration.ofMinutes(1);

    private final Map<String, Integer> attempts = new HashMap<>();

    @Override
    public Optional<Duration> tooMany(String login, Optional<String> origin) {
        return attempts.merge(login, 1, Integer::sum) > MOST ? Optional.of(WAIT) : Optional.empty();
    }

    @Override
    public void succeeded(String login, Optional<String> origin) {
        attempts.remove(login);
    }
}

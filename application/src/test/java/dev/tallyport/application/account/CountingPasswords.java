package dev.tallyport.application.account;

import java.util.Optional;

/// Hashes passwords fast, and counts how often.
final class CountingPasswords implements Passwords {

    private int checks;
    private boolean busy;

    /// How many passwords were checked.
    int checks() {
        return checks;
    }

    void beBusy() {
        busy = true;
    }

    @Override
    public String generate() {
        return "generated-password";
    }

    @Override
    public String hash(String password) {
        return "hash-" + Integer.toHexString(password.hashCode());
    }

    @Override
    public Optional<Boolean> matches(String password, Optional<String> hash) {
        if (busy) {
            return Optional.empty();
        }
        checks++;
        return Optional.of(hash.equals(Optional.of(hash(password))));
    }
}

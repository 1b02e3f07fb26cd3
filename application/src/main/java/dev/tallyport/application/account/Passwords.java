package dev.tallyport.application.account;

import java.util.Optional;

/// Hashes passwords slowly, and only so many at once.
public interface Passwords {

    /// One that cannot be guessed, for somebody to type.
    String generate();

    String hash(String password);

    /// Takes as long where there is no hash as where there is one.
    ///
    /// @param hash of the right one; empty for no right one
    /// @return empty when too many are being checked already
    Optional<Boolean> matches(String password, Optional<String> hash);
}

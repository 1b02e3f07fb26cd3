package dev.tallyport.application.source;

import java.util.Optional;

/// Keeps secrets readable for this installation only.
public interface Seals {

    /// @param place where it is going to lie; it cannot be opened anywhere else
    Sealed seal(String secret, String place);

    /// Empty for what was sealed with a key that this installation was not given, or for another
    /// place, or was changed since.
    Optional<String> open(Sealed sealed, String place);

    /// Whether it opens with the key that is sealed with now, and not only with an older one.
    boolean isCurrent(Sealed sealed, String place);
}

package dev.tallyport.adapter.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an `Authorization` header carries.
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /// Empty for no header, another scheme, or no token.
    static Optional<String> in(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty());
    }
}

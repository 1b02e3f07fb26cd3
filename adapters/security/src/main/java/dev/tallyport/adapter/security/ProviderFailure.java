package dev.tallyport.adapter.security;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.smallrye.mutiny.TimeoutException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/// Why the provider's word was not had.
final class ProviderFailure {

    /// The provider does not stand by a token any more.
    static final class NotConfirmedException extends SecurityException {

        NotConfirmedException() {
            super("the provider does not stand by the token any more");
        }
    }

    private ProviderFailure() {}

    /// The provider, or what it stated, says that there is no going on; not that it could not be
    /// asked.
    static boolean isRefusal(Throwable failure) {
        return has(
                failure,
                cause ->
                        cause instanceof NotConfirmedException
                                || isGrantRefused(cause)
                                || isOver(cause));
    }

    /// As RFC 6749 has it (5.2).
    private static boolean isGrantRefused(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), "").contains("invalid_grant");
    }

    /// A token that nothing can be got for.
    private static boolean isOver(Throwable cause) {
        return cause instanceof InvalidJwtException invalid
                && invalid.hasErrorCode(ErrorCodes.EXPIRED);
    }

    /// Nobody's wrong credential, but something that the operator might do something about.
    static boolean isTrouble(Throwable failure) {
        return !isRefusal(failure)
                && has(
                        failure,
                        cause ->
                                Stream.of(
                                                IOException.class,
                                                TimeoutException.class,
                                                OIDCException.class,
                                                AuthenticationCompletionException.class)
                                        .anyMatch(kind -> kind.isInstance(cause)));
    }

    private static boolean has(Throwable failure, Predicate<Throwable> what) {
        return causes(failure).stream().anyMatch(what);
    }

    /// From the outermost in.
    static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20).toList();
    }
}

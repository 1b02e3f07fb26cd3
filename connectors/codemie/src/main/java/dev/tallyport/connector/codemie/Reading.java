package dev.tallyport.connector.codemie;

import dev.tallyport.connector.spi.Reject;
import java.util.Optional;
import java.util.function.Supplier;

/// What an answer came to: what it says, or why that was not understood.
sealed interface Reading<T> {

    record Understood<T>(T value) implements Reading<T> {}

    record NotUnderstood<T>(Reject reject) implements Reading<T> {}

    static <T> Reading<T> of(Supplier<T> reader) {
        try {
            return new Understood<>(reader.get());
        } catch (Unreadable unreadable) {
            return new NotUnderstood<>(unreadable.reject());
        }
    }

    /// @throws Unreadable when it was not understood
    default T orThrow() {
        return switch (this) {
            case Understood<T>(var value) -> value;
            case NotUnderstood<T>(var reject) -> throw new Unreadable(reject);
        };
    }

    default Optional<T> ifUnderstood() {
        return switch (this) {
            case Understood<T>(var value) -> Optional.of(value);
            case NotUnderstood<T> _ -> Optional.empty();
        };
    }
}

package dev.tallyport.application.outcome;

import java.util.List;
import java.util.function.Function;

/// How an attempt to change or look something up ended. Unless it is [Done], nothing was changed.
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    /// Whoever asked may not do this.
    record Forbidden<T>() implements Outcome<T> {}

    /// There is none of it.
    ///
    /// @param what in words, such as `role 'lead'`
    record Unknown<T>(String what) implements Outcome<T> {}

    /// Something that was given is not as it should be.
    ///
    /// @param wrongs all of it, at least one
    record Invalid<T>(List<Wrong> wrongs) implements Outcome<T> {

        public Invalid {
            wrongs = List.copyOf(wrongs);
        }

        public Invalid(String member, String expected, String found) {
            this(List.of(new Wrong(member, expected, found)));
        }
    }

    /// One thing that is not as it should be.
    ///
    /// @param member what of it, by its name in the API
    /// @param expected in words
    /// @param found what was given, never a secret
    record Wrong(String member, String expected, String found) {}

    /// It clashes with how things stand.
    ///
    /// @param reason what stands against it, and what to do
    record Conflict<T>(String reason) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /// What comes next when it is done; otherwise how it ended.
    default <N> Outcome<N> then(Function<T, Outcome<N>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Forbidden<T>() -> new Forbidden<>();
            case Unknown<T>(var what) -> new Unknown<>(what);
            case Invalid<T>(var wrongs) -> new Invalid<>(wrongs);
            case Conflict<T>(var reason) -> new Conflict<>(reason);
        };
    }
}

package dev.tallyport.application.outcome;

import java.util.List;

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
}

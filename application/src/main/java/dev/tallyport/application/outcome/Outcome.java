package dev.tallyport.application.outcome;

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
    /// @param member what of it, by its name in the API
    /// @param expected in words
    /// @param found what was given, never a secret
    record Invalid<T>(String member, String expected, String found) implements Outcome<T> {}

    /// It clashes with how things stand.
    ///
    /// @param reason what stands against it, and what to do
    record Conflict<T>(String reason) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }
}

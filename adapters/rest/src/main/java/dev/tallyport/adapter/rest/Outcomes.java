package dev.tallyport.adapter.rest;

import dev.tallyport.application.outcome.Outcome;

/// How what a use case says is said in HTTP.
public final class Outcomes {

    private Outcomes() {}

    /// @throws ProblemException for everything but what is done
    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Forbidden<T>() -> throw ProblemException.forbidden();
            case Outcome.Unknown<T>(var what) -> throw ProblemException.unknown(what);
            case Outcome.Invalid<T>(var wrongs) ->
                    throw ProblemException.invalid(
                            wrongs.stream().map(Outcomes::violation).toList());
            case Outcome.Conflict<T>(var reason) -> throw ProblemException.conflict(reason);
        };
    }

    private static Violation violation(Outcome.Wrong wrong) {
        return Violation.ofMember(wrong.member(), wrong.expected(), wrong.found());
    }
}

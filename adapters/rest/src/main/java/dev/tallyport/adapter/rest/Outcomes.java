package dev.tallyport.adapter.rest;

import dev.tallyport.application.outcome.Outcome;
import java.util.List;

/// How what a use case says is said in HTTP.
public final class Outcomes {

    private Outcomes() {}

    /// @throws ProblemException for everything but what is done
    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Forbidden<T>() -> throw ProblemException.forbidden();
            case Outcome.Unknown<T>(var what) -> throw ProblemException.unknown(what);
            case Outcome.Invalid<T>(var member, var expected, var found) ->
                    throw ProblemException.invalid(
                            List.of(Violation.ofMember(member, expected, found)));
            case Outcome.Conflict<T>(var reason) -> throw ProblemException.conflict(reason);
        };
    }
}

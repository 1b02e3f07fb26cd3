package dev.tallyport.adapter.devinapi;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// What is wrong with one parameter.
///
/// @param loc where it is, and its name as the client wrote it
/// @param input what was found, its beginning where it is long
@RegisterForReflection
record ValidationError(List<String> loc, String msg, String type, String input) {

    private static final int LONGEST_INPUT = 200;

    static ValidationError noDateTime(String parameter, String input) {
        return of(
                parameter,
                "Input should be a valid datetime, such as 2025-12-05T08:00:00Z, or a valid date,"
                        + " such as 2025-12-05",
                "datetime_parsing",
                input);
    }

    static ValidationError endsBeforeStart(String end, String input, String start) {
        return of(end, "Input should not be before " + start, "value_error", input);
    }

    private static ValidationError of(String parameter, String msg, String type, String input) {
        return new ValidationError(List.of("query", parameter), msg, type, beginningOf(input));
    }

    /// Never cut inside a character, which could not be written as JSON.
    private static String beginningOf(String input) {
        return input.codePointCount(0, input.length()) <= LONGEST_INPUT
                ? input
                : input.substring(0, input.offsetByCodePoints(0, LONGEST_INPUT));
    }
}

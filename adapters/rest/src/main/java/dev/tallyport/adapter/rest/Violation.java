package dev.tallyport.adapter.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;

/// What is wrong with one parameter.
///
/// @param found its beginning where it is long
@RegisterForReflection
record Violation(String parameter, String expected, String found) {

    private static final int LONGEST = 200;

    /// Never cut inside a character, which could not be written as JSON.
    Violation {
        if (found.codePointCount(0, found.length()) > LONGEST) {
            found = found.substring(0, found.offsetByCodePoints(0, LONGEST));
        }
    }
}

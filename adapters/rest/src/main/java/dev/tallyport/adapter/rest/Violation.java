package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is wrong with one parameter of a query, or one member of a body.
///
/// @param found its beginning where it is long; never a secret
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Violation(
        @Schema(description = "Of the query", examples = "groupBy") @Nullable String parameter,
        @Schema(description = "Of the body, such as scope.source", examples = "scope.source")
                @Nullable String member,
        @Schema(required = true, examples = "one of day, user") String expected,
        @Schema(required = true, examples = "users") String found) {

    private static final int LONGEST = 200;

    /// Never cut inside a character, which could not be written as JSON.
    Violation {
        if (found.codePointCount(0, found.length()) > LONGEST) {
            found = found.substring(0, found.offsetByCodePoints(0, LONGEST));
        }
    }

    static Violation ofParameter(String name, String expected, String found) {
        return new Violation(name, null, expected, found);
    }

    static Violation ofMember(String name, String expected, String found) {
        return new Violation(null, name, expected, found);
    }
}

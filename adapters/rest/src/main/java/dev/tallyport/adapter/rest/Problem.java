package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An error as RFC 9457 describes it.
///
/// @param violations everything that is wrong with the query, or with the body
/// @param errorId where to look in the log
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An error as RFC 9457 describes it")
record Problem(
        @Schema(required = true, examples = "about:blank") String type,
        @Schema(required = true, examples = "Bad Request") String title,
        @Schema(required = true, examples = "400") int status,
        @Schema(required = true, examples = "A parameter is wrong: groupBy") String detail,
        @Nullable List<Violation> violations,
        @Schema(examples = "8f14e45f-ceea-467f-a0e6-1d8a2f4c1b11") @Nullable String errorId) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String NO_TYPE = "about:blank";

    static Problem of(int status, String detail) {
        return new Problem(NO_TYPE, titleOf(status), status, detail, null, null);
    }

    /// An error of HTTP itself.
    static Problem ofHttp(int status) {
        return of(
                status,
                switch (status) {
                    case 400 -> "The request could not be understood";
                    case 404 -> "There is nothing at this path";
                    case 405 -> "This path does not know this method";
                    case 406 -> "There is no answer in a media type that was asked for";
                    case 413 -> "The request is too large";
                    case 415 -> "The request's media type is not one that is understood here";
                    default -> titleOf(status);
                });
    }

    /// @param violations at least one
    static Problem of(List<Violation> violations) {
        var parameters = named(violations, Violation::parameter);
        var members = named(violations, Violation::member);
        var detail =
                Stream.of(
                                wrong(
                                        "A parameter is wrong: ",
                                        "Parameters are wrong: ",
                                        parameters),
                                wrong("A member is wrong: ", "Members are wrong: ", members))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("; "));
        return new Problem(NO_TYPE, titleOf(400), 400, detail, List.copyOf(violations), null);
    }

    private static List<String> named(
            List<Violation> violations, Function<Violation, @Nullable String> name) {
        return violations.stream()
                .flatMap(violation -> Optional.ofNullable(name.apply(violation)).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> wrong(String one, String several, List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of((names.size() == 1 ? one : several) + String.join(", ", names));
    }

    static Problem internal(String errorId) {
        return new Problem(
                NO_TYPE,
                titleOf(500),
                500,
                "Something failed inside Tallyport; its log says what, under the error id",
                null,
                errorId);
    }

    Response.ResponseBuilder response() {
        var response = Response.status(status).type(MEDIA_TYPE).entity(this);
        return status == 401 ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : response;
    }

    private static String titleOf(int status) {
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}

package dev.tallyport.adapter.rest;

import dev.tallyport.application.outcome.NotNowException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Ends a request with a problem.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Optional<Duration> retryAfter;

    private ProblemException(Problem problem, Optional<Duration> retryAfter) {
        super(problem.status() + " " + problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public static ProblemException unauthorized() {
        return unauthorized("Sign in, or send a key that is known, as Authorization: Bearer <key>");
    }

    public static ProblemException unauthorized(String detail) {
        return of(401, detail);
    }

    public static ProblemException forbidden() {
        return forbidden("None of your roles allows this");
    }

    public static ProblemException forbidden(String detail) {
        return of(403, detail);
    }

    /// @param what in words, such as `role 'lead'`
    public static ProblemException unknown(String what) {
        return of(404, "There is no " + what);
    }

    public static ProblemException unknownSource(String name) {
        return unknown("source '" + name + "'");
    }

    /// As for a path that there never was.
    public static ProblemException unknownPath() {
        return new ProblemException(Problem.ofHttp(404), Optional.empty());
    }

    public static ProblemException conflict(String detail) {
        return of(409, detail);
    }

    /// @param retryAfter told in whole seconds, at least one
    public static ProblemException tooMany(String detail, Duration retryAfter) {
        return new ProblemException(Problem.of(429, detail), Optional.of(retryAfter));
    }

    static ProblemException notNow(NotNowException exception) {
        return new ProblemException(
                Problem.of(503, exception.reason()), Optional.of(exception.retryAfter()));
    }

    static ProblemException tooLarge(long most) {
        return of(413, "The body must have at most " + most + " bytes; send less at once");
    }

    static ProblemException badRequest(String detail) {
        return of(400, detail);
    }

    static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(Problem.of(violations), Optional.empty());
    }

    private static ProblemException of(int status, String detail) {
        return new ProblemException(Problem.of(status, detail), Optional.empty());
    }

    Problem problem() {
        return problem;
    }

    Response response() {
        var response = problem.response();
        retryAfter.ifPresent(wait ->
                response.header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, wait.plusNanos(999_999_999).toSeconds())));
        return response.build();
    }
}

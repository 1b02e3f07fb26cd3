package dev.tallyport.adapter.devinapi;

import dev.tallyport.application.outcome.NotNowException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// Ends a request with one of the vendor's error answers.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int UNPROCESSABLE = 422;

    private final transient Response response;

    private Refusal(String message, Response response) {
        super(message, null, false, false);
        this.response = response;
    }

    static Refusal unauthorized() {
        return of(
                ProblemDetail.of(401, "Unauthorized", "Unauthorized"),
                Response.status(401).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    static Refusal forbidden() {
        return of(ProblemDetail.of(403, "Forbidden", "Forbidden"), Response.status(403));
    }

    static Refusal unknownUser() {
        return of(ProblemDetail.of(404, "Not Found", "User not found"), Response.status(404));
    }

    static Refusal notNow(NotNowException exception) {
        return of(
                ProblemDetail.of(503, "Service Unavailable", exception.reason()),
                Response.status(503)
                        .header(HttpHeaders.RETRY_AFTER, exception.retryAfter().toSeconds() + 1));
    }

    static Refusal invalid(List<ValidationError> errors) {
        return new Refusal(
                "422 " + errors.size() + " invalid parameters",
                Response.status(UNPROCESSABLE)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new HttpValidationError(List.copyOf(errors)))
                        .build());
    }

    private static Refusal of(ProblemDetail problem, Response.ResponseBuilder response) {
        return new Refusal(
                problem.status() + " " + problem.detail(),
                response.type(MediaType.APPLICATION_JSON_TYPE).entity(problem).build());
    }

    Response response() {
        return response;
    }
}

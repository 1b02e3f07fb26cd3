package dev.tallyport.adapter.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/// Why a request is not done, as a problem document.
enum ProblemAnswer {
    UNAUTHORIZED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"),
    CONFLICT(409, "Conflict");

    private final int status;
    private final String title;

    ProblemAnswer(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// @param detail as it can stand in JSON
    void send(RoutingContext context, String detail) {
        context.request().resume();
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(
                        """
                        {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}\
                        """
                                .formatted(title, status, detail));
    }
}

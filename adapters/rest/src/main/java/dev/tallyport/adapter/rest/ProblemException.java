package dev.tallyport.adapter.rest;

import java.util.List;

/// Ends a request with a problem.
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.status() + " " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    static ProblemException unauthorized() {
        return of(401, "Send a key that is known, as Authorization: Bearer <key>");
    }

    static ProblemException forbidden() {
        return of(403, "You may not see this");
    }

    static ProblemException unknownSource(String name) {
        return of(404, "There is no source '" + name + "'");
    }

    static ProblemException conflict(String detail) {
        return of(409, detail);
    }

    static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(Problem.of(violations));
    }

    private static ProblemException of(int status, String detail) {
        return new ProblemException(Problem.of(status, detail));
    }

    Problem problem() {
        return problem;
    }
}

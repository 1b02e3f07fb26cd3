package dev.tallyport.simulator.http;

import java.util.List;
import java.util.Map;

/// A request that is answered with an error. The factories give it the shape of FastAPI, a member
/// named `detail`, and the constructor any other.
public final class Refusal extends RuntimeException {

    private final transient Answer answer;

    public Refusal(Answer answer) {
        super("status " + answer.status());
        this.answer = answer;
    }

    private static Refusal of(int status, Object detail) {
        return new Refusal(Answer.json(status, Json.object("detail", detail)));
    }

    public static Refusal unauthorized() {
        return of(401, "Unauthorized");
    }

    public static Refusal forbidden() {
        return of(403, "Forbidden");
    }

    public static Refusal notFound(String what) {
        return of(404, what + " not found");
    }

    public static Refusal methodNotAllowed() {
        return of(405, "Method Not Allowed");
    }

    public static Refusal invalid(
            String parameter, String type, String message, String input, Map<String, ?> context) {
        var error =
                Json.object(
                        "type", type,
                        "loc", List.of("query", parameter),
                        "msg", message,
                        "input", input,
                        "ctx", context);
        return of(422, List.of(error));
    }

    public Answer answer() {
        return answer;
    }
}

package dev.tallyport.simulator.devin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that is answered with an error in the vendor's shape.
final class Refusal extends RuntimeException {

    private final transient Answer answer;

    private Refusal(int status, @Nullable Object detail) {
        super("status " + status);
        this.answer = Answer.json(status, Json.object("detail", detail));
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized");
    }

    static Refusal forbidden() {
        return new Refusal(403, "Forbidden");
    }

    static Refusal notFound(String what) {
        return new Refusal(404, what + " not found");
    }

    static Refusal methodNotAllowed() {
        return new Refusal(405, "Method Not Allowed");
    }

    static Refusal invalid(
            String parameter, String type, String message, String input, Map<String, ?> context) {
        var error =
                Json.object(
                        "type", type,
                        "loc", List.of("query", parameter),
                        "msg", message,
                        "input", input,
                        "ctx", context);
        return new Refusal(422, List.of(error));
    }

    Answer answer() {
        return answer;
    }
}

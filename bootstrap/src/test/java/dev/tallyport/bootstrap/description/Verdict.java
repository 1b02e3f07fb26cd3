package dev.tallyport.bootstrap.description;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.bootstrap.description.Cases.Aim;
import dev.tallyport.bootstrap.description.Cases.Case;
import dev.tallyport.bootstrap.description.Wire.Answer;
import java.util.Optional;
import java.util.Set;

/// Whether something that was sent was answered as it should be, however wrong it was.
final class Verdict {

    /// Of HTTP itself, which every operation can answer.
    private static final Set<String> OF_HTTP = Set.of("400", "404", "405", "406", "413", "415");

    private static final String PROBLEM = "application/problem+json";

    private final Described described;

    Verdict(Described described) {
        this.described = described;
    }

    Optional<String> on(Case one, Answer answer) {
        if (answer.took().compareTo(Fuzzed.LIMIT) > 0) {
            return Optional.of("too slow");
        }
        if (answer.status() == 503) {
            return objection(answer.header("retry-after").isEmpty(), "503 without Retry-After");
        }
        if (answer.status() >= 500) {
            return Optional.of("a failure inside");
        }
        if (!isDeclared(one, answer)) {
            return Optional.of("a status that the operation does not declare");
        }
        return answer.status() >= 400 && !one.request().method().equals("HEAD")
                ? onRefusal(one, answer)
                : Optional.empty();
    }

    private boolean isDeclared(Case one, Answer answer) {
        var status = Integer.toString(answer.status());
        return one.aim() instanceof Aim.Anything
                || OF_HTTP.contains(status)
                || isElsewhere(one)
                || described.statuses(one.aim().operation()).contains(status);
    }

    /// A spoilt path may be that of another operation.
    private static boolean isElsewhere(Case one) {
        return one.aim() instanceof Aim.Parameter(var operation, var name)
                && operation.path().contains("{" + name + "}");
    }

    private static Optional<String> onRefusal(Case one, Answer answer) {
        var type = answer.header("content-type").orElse("none");
        if (!one.aim().operation().isOwn()) {
            return objection(!type.contains("json"), "a refusal that is no JSON");
        }
        if (!type.startsWith(PROBLEM)) {
            return Optional.of("a refusal that is no problem document");
        }
        var problem = Described.read(answer.body());
        var isWhole =
                problem.path("type").isTextual()
                        && problem.path("title").isTextual()
                        && problem.path("detail").isTextual()
                        && problem.path("status").asInt() == answer.status();
        if (!isWhole) {
            return Optional.of("a problem document that lacks something");
        }
        return objection(
                answer.status() == 400 && !namesWhatIsWrong(problem),
                "a refusal that names nothing that is wrong");
    }

    /// A body that is no JSON object, and a query that cannot be decoded, have no parts to name;
    /// nor has an answer that would be too large.
    private static boolean namesWhatIsWrong(JsonNode problem) {
        var detail = problem.path("detail").asText();
        return !problem.path("violations").isEmpty()
                || detail.startsWith("The body must be")
                || detail.startsWith("An answer ")
                || detail.equals("The request could not be understood");
    }

    private static Optional<String> objection(boolean holds, String objection) {
        return holds ? Optional.of(objection) : Optional.empty();
    }
}

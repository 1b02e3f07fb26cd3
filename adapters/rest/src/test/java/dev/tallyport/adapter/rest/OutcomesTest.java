package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.application.outcome.Outcome;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    @Test
    void whatIsDoneIsAnswered() {
        assertThat(Outcomes.done(Outcome.done("role"))).isEqualTo("role");
    }

    @Test
    void everythingElseIsAProblem() {
        assertThat(problem(new Outcome.Forbidden<>()))
                .isEqualTo(Problem.of(403, "None of your roles allows this"));
        assertThat(problem(new Outcome.Unknown<>("role 'lead'")))
                .isEqualTo(Problem.of(404, "There is no role 'lead'"));
        assertThat(problem(new Outcome.Conflict<>("It is built in")))
                .isEqualTo(Problem.of(409, "It is built in"));
    }

    @Test
    void whatIsInvalidIsNamed() {
        var problem = problem(new Outcome.Invalid<>("name", "a name", "x"));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).isEqualTo("A member is wrong: name");
        assertThat(problem.violations()).containsExactly(Violation.ofMember("name", "a name", "x"));
    }

    private static Problem problem(Outcome<String> outcome) {
        return catchThrowableOfType(ProblemException.class, () -> Outcomes.done(outcome)).problem();
    }
}

package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemExceptionTest {

    @Test
    void howLongToWaitIsToldInWholeSecondsAndIsNeverTooShort() {
        assertThat(retryAfter(Duration.ZERO)).isEqualTo("1");
        assertThat(retryAfter(Duration.ofSeconds(2))).isEqualTo("2");
        assertThat(retryAfter(Duration.ofMillis(2001))).isEqualTo("3");
    }

    @Test
    void whoeverIsNobodyIsToldHowToBeSomebody() {
        var response = ProblemException.unauthorized().response();

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeaderString("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aPathThatIsNotThereForSomebodyLooksLikeOneThatNeverWas() {
        assertThat(ProblemException.unknownPath().problem()).isEqualTo(Problem.ofHttp(404));
    }

    private static String retryAfter(Duration wait) {
        return ProblemException.tooMany("Wait", wait).response().getHeaderString("Retry-After");
    }
}

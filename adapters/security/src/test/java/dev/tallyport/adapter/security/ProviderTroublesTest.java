package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.adapter.security.ProviderFailure.NotConfirmedException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProviderTroublesTest {

    private final List<Runnable> inAMinute = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final ProviderTroubles troubles = new ProviderTroubles(inAMinute::add, log::add);

    private static Throwable unreachable() {
        return new AuthenticationFailedException(new ConnectException("refused"));
    }

    @Test
    void theFirstIsToldAtOnceAndTheOthersAfterAMinute() {
        troubles.note(unreachable());
        troubles.note(unreachable());
        troubles.note(unreachable());
        assertThat(log).hasSize(1);

        inAMinute.removeFirst().run();

        assertThat(log)
                .containsExactly(
                        "identity provider: requests=1 failed, the latest with ConnectException:"
                                + " refused",
                        "identity provider: requests=2 failed, the latest with ConnectException:"
                                + " refused");
    }

    @Test
    void nothingIsToldOfAMinuteWithoutTrouble() {
        troubles.note(unreachable());

        inAMinute.removeFirst().run();

        assertThat(log).hasSize(1);
        assertThat(inAMinute).isEmpty();
    }

    @Test
    void aRefusalIsNoTrouble() {
        troubles.note(new AuthenticationFailedException("no such session"));
        troubles.note(new NotConfirmedException());
        troubles.note(new OIDCException("{\"error\":\"invalid_grant\"}"));

        assertThat(log).isEmpty();
    }

    @Test
    void whatTheProviderSaidIsOneShortLine() {
        troubles.note(new OIDCException("a\r\nb" + "c".repeat(1_000)));

        assertThat(log).singleElement().asString().contains("a bccc").hasSizeLessThan(400);
    }
}

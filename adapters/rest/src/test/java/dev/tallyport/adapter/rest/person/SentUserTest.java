package dev.tallyport.adapter.rest.person;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentUserTest {

    private static final VendorUser USER = new VendorUser(new SourceName("acme"), "a/b?c|1");

    @Test
    void anIdMayHoldAnyCharacter() {
        var sent = "{\"source\":\"acme\",\"user\":\"a/b?c|1\"}".getBytes(UTF_8);
        var query = Map.of("source", List.of("acme"), "user", List.of("a/b?c|1"));

        assertThat(SentUser.of(sent)).isEqualTo(USER);
        assertThat(SentUser.of(query)).isEqualTo(USER);
    }

    @Test
    void bothPartsMustBeThere() {
        assertThatThrownBy(() -> SentUser.of("{}".getBytes(UTF_8)))
                .hasMessage("400 Members are wrong: source, user");
        assertThatThrownBy(() -> SentUser.of(Map.of()))
                .hasMessage("400 Parameters are wrong: source, user");
    }
}

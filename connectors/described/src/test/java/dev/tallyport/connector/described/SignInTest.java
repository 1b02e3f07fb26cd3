package dev.tallyport.connector.described;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.described.StubVendor.Answer;
import dev.tallyport.connector.described.StubVendor.Asked;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SignInTest {

    private static Answer answer(Asked asked) {
        return Answer.ok(
                asked.path().equals("/token")
                        ? "{\"access_token\":\"t0ken\",\"token_type\":\"Bearer\",\"expires_in\":600}"
                        : "{\"sales\":[]}");
    }

    /// What the vendor is asked when settings are checked.
    private static List<Asked> check(String way) {
        var yaml =
                Shop.YAML
                        .replace("{bearer: key}", "{" + way + "}")
                        .replace(
                                "  region:",
                                """
                                  token-url: {type: url, description: Where tokens come from.}
                                  who: {description: Who asks.}
                                  region:\
                                """);
        try (var vendor = new StubVendor(SignInTest::answer)) {
            var settings =
                    new Settings(
                            Map.of(
                                    "base-url",
                                    vendor.address().toString(),
                                    "token-url",
                                    vendor.address() + "/token",
                                    "who",
                                    "tally",
                                    "key",
                                    "s3cr3t"));

            assertThat(Shop.connector(yaml).check(settings)).isEqualTo(new CheckResult.Ok());
            return vendor.asked();
        }
    }

    @Test
    void aUserSignsInWithAPassword() {
        var asked = check("basic: {user: who, password: key}");

        assertThat(asked)
                .extracting(Asked::authorization)
                .containsExactly("Basic dGFsbHk6czNjcjN0");
    }

    @Test
    void aHeaderOfTheVendorsOwnCarriesTheKey() {
        var asked = check("header: {name: x-api-key, value: key}");

        assertThat(asked).extracting(one -> one.header("X-api-key")).containsExactly("s3cr3t");
        assertThat(asked).extracting(Asked::authorization).containsExactly("");
    }

    @Test
    void aClientGetsATokenAndCarriesIt() {
        var asked =
                check(
                        "oauth-client-credentials: {token-url: token-url, client-id: who,"
                                + " client-secret: key, scope: usage}");

        assertThat(asked).extracting(Asked::path).containsExactly("/token", "/sales");
        assertThat(asked.getFirst().authorization()).isEqualTo("Basic dGFsbHk6czNjcjN0");
        assertThat(asked.getFirst().query())
                .containsEntry("grant_type", List.of("client_credentials"))
                .containsEntry("scope", List.of("usage"));
        assertThat(asked.getLast().authorization()).isEqualTo("Bearer t0ken");
    }
}

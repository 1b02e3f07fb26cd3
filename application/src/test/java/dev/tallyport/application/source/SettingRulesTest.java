package dev.tallyport.application.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Setting;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingRulesTest {

    private static final ConnectorDescriptor CONNECTOR =
            new ConnectorDescriptor(
                            "some",
                            "Some",
                            List.of(
                                    Setting.required("base-url", Setting.Type.URL, "Where."),
                                    Setting.secret("key", "The key."),
                                    Setting.optional("size", Setting.Type.COUNT, "8", "Many."),
                                    Setting.optionalSecret("token", "One way."),
                                    Setting.optional("id", Setting.Type.TEXT, "Another way."),
                                    Setting.optionalSecret("password", "Another way.")),
                            List.of(),
                            ZoneOffset.UTC,
                            Duration.ZERO)
                    .withEitherOf(List.of(Set.of("token"), Set.of("id", "password")));

    private static final Map<String, String> FINE =
            Map.of("base-url", "https://x.example", "key", "k", "token", "t");

    private static List<SettingProblem> problems(Map<String, String> given) {
        return SettingRules.problems(CONNECTOR, given);
    }

    @Test
    void whatIsFineHasNoProblems() {
        assertThat(problems(FINE)).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var problems = problems(Map.of("base-url", "x", "kee", "hunter2", "size", "0"));

        assertThat(problems)
                .extracting(SettingProblem::key)
                .containsExactly(
                        Optional.of("base-url"),
                        Optional.of("key"),
                        Optional.of("size"),
                        Optional.of("kee"),
                        Optional.empty());
        assertThat(problems.toString()).contains("did you mean 'key'?").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "token, , , true",
        ", id, password, true",
        ", , , false",
        ", id, , false",
        "token, id, , false",
        "token, id, password, false"
    })
    void exactlyOneWayOfAChoiceIsGivenInFull(
            @Nullable String token, @Nullable String id, @Nullable String password, boolean fine) {
        var given = new HashMap<>(Map.of("base-url", "https://x.example", "key", "k"));
        for (var key : new String[] {token, id, password}) {
            if (key != null) {
                given.put(key, "x");
            }
        }

        assertThat(problems(given).isEmpty()).isEqualTo(fine);
    }

    @Test
    void aSecretThatIsTooLongIsNotShown() {
        var given = new HashMap<>(FINE);
        given.put("key", "s".repeat(8193));

        assertThat(problems(given))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.found()).isEqualTo("a value of 8193 characters"));
    }
}

package dev.tallyport.adapter.rest.me;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.domain.view.ColorScheme;
import dev.tallyport.domain.view.Preferences;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PreferencesViewTest {

    private static Preferences preferences(String sent) {
        return PreferencesView.of(sent.getBytes(UTF_8));
    }

    @Test
    void whatIsAbsentOrNullIsLeftToTheApplication() {
        assertThat(preferences("{\"colorScheme\":\"auto\"}")).isEqualTo(Preferences.NONE);
        assertThat(preferences("{\"zone\":null,\"colorScheme\":\"auto\",\"landing\":null}"))
                .isEqualTo(Preferences.NONE);
    }

    @Test
    void whatIsSaidIsAnsweredAgain() {
        var said =
                preferences(
                        "{\"zone\":\"Asia/Kolkata\",\"colorScheme\":\"dark\",\"landing\":\"/\"}");

        assertThat(said)
                .isEqualTo(
                        new Preferences(
                                Optional.of(ZoneId.of("Asia/Kolkata")),
                                ColorScheme.DARK,
                                Optional.of("/")));
        assertThat(PreferencesView.of(said))
                .isEqualTo(new PreferencesView("Asia/Kolkata", "dark", "/"));
        assertThat(PreferencesView.of(Preferences.NONE))
                .isEqualTo(new PreferencesView(null, "auto", null));
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        assertThatThrownBy(() ->
                        preferences(
                                "{\"zone\":\"+02:00\",\"colorScheme\":\"blue\",\"landing\":\"//x\","
                                        + "\"language\":\"en\"}"))
                .hasMessage("400 Members are wrong: language, zone, colorScheme, landing");
        assertThatThrownBy(() -> preferences("{}"))
                .hasMessage("400 A member is wrong: colorScheme");
    }
}

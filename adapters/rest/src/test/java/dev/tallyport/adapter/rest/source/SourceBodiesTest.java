package dev.tallyport.adapter.rest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.domain.source.SourceName;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceBodiesTest {

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    @Test
    void aSourceIsReadEveryQuarterOfAnHourUnlessSaidOtherwise() {
        var wanted =
                NewSource.of(
                        json(
                                "{'name': 'acme', 'connector': 'devin',"
                                        + " 'settings': {'api-key': 'hunter2', 'size': null}}"));

        assertThat(wanted.name()).isEqualTo(new SourceName("acme"));
        assertThat(wanted.connector()).isEqualTo("devin");
        assertThat(wanted.settings()).containsOnly(Map.entry("api-key", "hunter2"));
        assertThat(wanted.every()).isEqualTo(Duration.ofMinutes(15));
        assertThat(wanted.paused()).isFalse();
        assertThat(wanted.toString()).doesNotContain("hunter2");
    }

    @Test
    void aChangeTellsWhatIsAbsentFromWhatIsNull() {
        var change = SourceChange.of(json("{'settings': {'token': null}, 'version': 7}"));

        assertThat(change.settings()).containsOnly(Map.entry("token", Optional.empty()));
        assertThat(change.every()).isEmpty();
        assertThat(change.paused()).isEmpty();
        assertThat(change.version()).isEqualTo(OptionalLong.of(7));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{'paused': 'yes'}, paused",
                "{'every': 'PT0S'}, every",
                "{'settings': 'hunter2'}, settings",
                "{'settings': {'api-key': ['hunter2']}}, settings.api-key",
                "{'connector': 'codemie'}, connector"
            })
    void aChangeThatMakesNoSenseIsNamed(String sent, String member) {
        assertThatThrownBy(() -> SourceChange.of(json(sent)))
                .hasMessage("400 A member is wrong: " + member);
    }

    @Test
    void onlySettingsCanBeTriedOtherwise() {
        assertThat(SettingsChange.of(new byte[0]).settings()).isEmpty();
        assertThatThrownBy(() -> SettingsChange.of(json("{'paused': true}")))
                .hasMessage("400 A member is wrong: paused");
    }

    @Test
    void settingsThatWereSentAreNotWrittenToLogs() {
        var sent = json("{'connector': 'devin', 'settings': {'api-key': 'hunter2'}}");

        var wanted = SettingsToCheck.of(sent);

        assertThat(wanted.settings()).containsOnly(Map.entry("api-key", "hunter2"));
        assertThat(wanted.toString()).doesNotContain("hunter2");
    }

    @Test
    void aCheckNamesTheSettingThatIsWrong() {
        assertThat(CheckView.of(new CheckResult.Misconfigured("api-key", "refused")))
                .isEqualTo(new CheckView("misconfigured", "api-key", "refused", List.of()));
        assertThat(CheckView.of(new CheckResult.Unavailable("down")))
                .isEqualTo(new CheckView("unavailable", null, "down", List.of()));
        assertThat(CheckView.of(new CheckResult.Ok(List.of(new Note("sessions", "none")))).notes())
                .containsExactly(new CheckView.NoteView("sessions", "none"));
    }

    @Test
    void aConnectorSaysWhatAFormNeeds() {
        var connector =
                new ConnectorDescriptor(
                                "some",
                                "Some",
                                List.of(
                                        Setting.choice("how", Set.of("b", "a"), "a", "How."),
                                        Setting.optionalSecret("token", "One way."),
                                        Setting.optional("id", Setting.Type.TEXT, "Another.")),
                                List.of(),
                                ZoneOffset.ofHours(-8),
                                Duration.ofDays(3))
                        .withEitherOf(List.of(Set.of("token"), Set.of("id")));

        var view = ConnectorView.of(connector);

        assertThat(view.settings().getFirst())
                .isEqualTo(
                        new ConnectorView.SettingView(
                                "how", "CHOICE", false, false, "a", List.of("a", "b"), "How."));
        assertThat(view.settings().get(1).secret()).isTrue();
        assertThat(view.eitherOf()).containsExactly(List.of("token"), List.of("id"));
        assertThat(view.dayZone()).isEqualTo("-08:00");
        assertThat(view.settleHorizon()).isEqualTo("PT72H");
    }
}

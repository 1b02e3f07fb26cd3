package dev.tallyport.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceKeysTest {

    @Test
    void dottedKeysDeclareASource() {
        var sources = Given.acme().sources();

        assertThat(sources)
                .singleElement()
                .satisfies(source -> {
                    assertThat(source.name().value()).isEqualTo("acme");
                    assertThat(source.connector()).isEqualTo("devin");
                    assertThat(source.every()).isEqualTo(Duration.ofMinutes(15));
                    assertThat(source.settings().values())
                            .isEqualTo(
                                    Map.of(
                                            "base-url",
                                            "https://api.example.com",
                                            "api-key",
                                            "cog_secret"));
                });
    }

    @Test
    void environmentVariablesAloneDeclareASourceOfTheSameNameWithDashes() {
        var sources =
                Given.nothing()
                        .environment("TALLYPORT_SOURCES_ACME_EU_CONNECTOR", "devin")
                        .environment("TALLYPORT_SOURCES_ACME_EU_EVERY", "PT1H")
                        .environment(
                                "TALLYPORT_SOURCES_ACME_EU_SETTINGS_BASE_URL",
                                "https://api.example.com")
                        .environment("TALLYPORT_SOURCES_ACME_EU_SETTINGS_API_KEY", "cog_secret")
                        .sources();

        assertThat(sources)
                .singleElement()
                .satisfies(source -> {
                    assertThat(source.name().value()).isEqualTo("acme-eu");
                    assertThat(source.every()).isEqualTo(Duration.ofHours(1));
                    assertThat(source.settings().values()).containsOnlyKeys("base-url", "api-key");
                });
    }

    @Test
    void anEnvironmentVariableCompletesASourceThatAFileDeclares() {
        var sources =
                Given.nothing()
                        .file("tallyport.sources.acme.connector", "devin")
                        .file("tallyport.sources.acme.settings.base-url", "https://x.example")
                        .environment("TALLYPORT_SOURCES_ACME_SETTINGS_API_KEY", "cog_secret")
                        .sources();

        assertThat(sources.getFirst().settings().value("api-key")).contains("cog_secret");
    }

    @Test
    void theEnvironmentWinsOverAFileAndASystemPropertyOverBoth() {
        var sources =
                Given.acme()
                        .environment("TALLYPORT_SOURCES_ACME_EVERY", "PT2H")
                        .key("tallyport.sources.acme.every", "PT1H", Given.FILE)
                        .environment("TALLYPORT_SOURCES_ACME_SETTINGS_PAGE_SIZE", "20")
                        .key(
                                "tallyport.sources.acme.settings.page-size",
                                "30",
                                Given.SYSTEM_PROPERTY)
                        .sources();

        assertThat(sources.getFirst().every()).isEqualTo(Duration.ofHours(2));
        assertThat(sources.getFirst().settings().value("page-size")).contains("30");
    }

    @Test
    void aSourceMayHaveSettingsInItsName() {
        var sources =
                Given.nothing()
                        .environment("TALLYPORT_SOURCES_A_SETTINGS_B_CONNECTOR", "devin")
                        .environment(
                                "TALLYPORT_SOURCES_A_SETTINGS_B_SETTINGS_BASE_URL",
                                "https://x.example")
                        .environment("TALLYPORT_SOURCES_A_SETTINGS_B_SETTINGS_API_KEY", "k")
                        .sources();

        assertThat(sources.getFirst().name().value()).isEqualTo("a-settings-b");
    }

    @Test
    void aVariableThatMayNameTheConnectorOfOneSourceOrASettingOfAnotherIsRefused() {
        var refusal =
                Given.nothing()
                        .file("tallyport.sources.acme.connector", "odd")
                        .environment("TALLYPORT_SOURCES_ACME_SETTINGS_EU_CONNECTOR", "devin")
                        .refusal();

        assertThat(refusal)
                .contains("TALLYPORT_SOURCES_ACME_SETTINGS_EU_CONNECTOR")
                .contains("tallyport.sources.acme-settings-eu.connector")
                .contains("tallyport.sources.acme.settings.eu-connector");
    }

    @Test
    void aVariableThatSaysSettingsTwiceIsRefusedWhenBothReadingsArePossible() {
        var refusal =
                Given.nothing()
                        .file("tallyport.sources.acme.connector", "odd")
                        .file("tallyport.sources.acme-settings.connector", "odd")
                        .environment("TALLYPORT_SOURCES_ACME_SETTINGS_SETTINGS_X", "1")
                        .refusal();

        assertThat(refusal)
                .contains("TALLYPORT_SOURCES_ACME_SETTINGS_SETTINGS_X")
                .contains("tallyport.sources.acme.settings.settings-x")
                .contains("tallyport.sources.acme-settings.settings.x");
    }

    @Test
    void aVariableThatMayMeanEitherOfTwoSettingsIsRefused() {
        var refusal =
                Given.nothing()
                        .file("tallyport.sources.acme.connector", "odd")
                        .environment("TALLYPORT_SOURCES_ACME_SETTINGS_SAME_NAME", "1")
                        .refusal();

        assertThat(refusal).contains("same-name").contains("same.name");
    }

    @Test
    void aVariableThatMayMeanEitherOfTwoSourcesIsRefused() {
        var refusal =
                Given.acme()
                        .file("tallyport.sources.Acme.connector", "devin")
                        .environment("TALLYPORT_SOURCES_ACME_EVERY", "PT1H")
                        .refusal();

        assertThat(refusal)
                .contains("TALLYPORT_SOURCES_ACME_EVERY: expected a name that means one thing");
    }

    @Test
    void oneKeyWrittenInTwoWaysOfTheSameWeightMustAgree() {
        var refusal =
                Given.acme()
                        .key("tallyport.sources.acme.every", "PT1H", Given.ENVIRONMENT)
                        .environment("TALLYPORT_SOURCES_ACME_EVERY", "PT2H")
                        .refusal();

        assertThat(refusal).contains("given once");
    }

    @Test
    void anUnknownConnectorIsRefusedNamingTheInstalledOnes() {
        var refusal = Given.nothing().file("tallyport.sources.acme.connector", "devim").refusal();

        assertThat(refusal)
                .contains("tallyport.sources.acme.connector: expected")
                .contains("[devin, either, odd]")
                .contains("found 'devim'; did you mean 'devin'?");
    }

    @Test
    void aSourceWithoutConnectorIsRefused() {
        var refusal = Given.nothing().file("tallyport.sources.acme.every", "PT1H").refusal();

        assertThat(refusal).contains("tallyport.sources.acme.connector").contains("found nothing");
    }

    @Test
    void aVariableOfASourceWithoutConnectorIsRefused() {
        var refusal =
                Given.nothing()
                        .environment("TALLYPORT_SOURCES_ACME_SETTINGS_API_KEY", "cog_secret")
                        .refusal();

        assertThat(refusal)
                .contains("TALLYPORT_SOURCES_ACME_SETTINGS_API_KEY")
                .doesNotContain("cog_secret");
    }

    @Test
    void aMissingSettingIsRefusedWhenItIsRequired() {
        var refusal = Given.nothing().file("tallyport.sources.acme.connector", "devin").refusal();

        assertThat(refusal)
                .contains("tallyport.sources.acme.settings.base-url")
                .contains("tallyport.sources.acme.settings.api-key")
                .doesNotContain("page-size");
    }

    @Test
    void anEmptyValueIsNone() {
        var refusal =
                Given.nothing()
                        .file("tallyport.sources.acme.connector", "devin")
                        .file("tallyport.sources.acme.settings.base-url", "https://x.example")
                        .file("tallyport.sources.acme.settings.api-key", "")
                        .refusal();

        assertThat(refusal)
                .contains("tallyport.sources.acme.settings.api-key")
                .contains("it is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tallyport.sources.acme.settings.api-kee",
                "TALLYPORT_SOURCES_ACME_SETTINGS_API_KEE"
            })
    void anUnknownSettingIsRefusedWithoutItsValue(String key) {
        var refusal = Given.acme().key(key, "cog_other", Given.ENVIRONMENT).refusal();

        assertThat(refusal)
                .contains(key + ": expected a setting of connector 'devin'")
                .contains("did you mean 'api-key'?")
                .doesNotContain("cog_other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tallyport.sources.acme",
                "tallyport.sources.acme.conector",
                "tallyport.sources.acme.settings",
                "tallyport.sources..connector"
            })
    void aMisspeltKeyOfASourceIsRefused(String key) {
        var refusal = Given.acme().file(key, "x").refusal();

        assertThat(refusal).contains("  " + key + ": expected tallyport.sources.<name>.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "acme_eu", "-acme", "\"a.b\""})
    void aNameThatIsNoSourceNameIsRefused(String name) {
        var refusal =
                Given.nothing().file("tallyport.sources." + name + ".connector", "odd").refusal();

        assertThat(refusal)
                .contains("tallyport.sources." + name + ".connector: expected a source's name");
    }

    @ParameterizedTest
    @CsvSource({
        "base-url, ftp://x.example",
        "base-url, x.example",
        "base-url, https:///path",
        "base-url, https://x.example/ path",
        "page-size, 0",
        "page-size, 1001",
        "page-size, 1.5",
        "page-size, -1",
        "timeout, PT0S",
        "timeout, PT-1S",
        "timeout, 30s",
        "api-version, v4"
    })
    void aValueOfAnotherTypeIsRefusedAndShown(String setting, String value) {
        var key = "tallyport.sources.acme.settings." + setting;

        var refusal = Given.acme().key(key, value, Given.SYSTEM_PROPERTY).refusal();

        assertThat(refusal).contains("  " + key + ": expected ").contains("found '" + value + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:hunter2@x.example",
                "https://x.example?token=hunter2",
                "https://x.example#hunter2"
            })
    void anAddressThatMayHoldASecretIsRefusedAndNotShown(String address) {
        var key = "tallyport.sources.acme.settings.base-url";

        var refusal = Given.acme().key(key, address, Given.SYSTEM_PROPERTY).refusal();

        assertThat(refusal).contains(key).doesNotContain("hunter2");
    }

    @Test
    void aSecretThatIsWrongIsNotShown() {
        var refusal =
                Given.acme()
                        .environment("TALLYPORT_SOURCES_ACME_SETTINGS_API_KEY", "   ")
                        .refusal();

        assertThat(refusal)
                .contains("TALLYPORT_SOURCES_ACME_SETTINGS_API_KEY: expected text")
                .contains("a value of 3 characters")
                .doesNotContain("'   '");
    }

    @Test
    void halfOfAChoiceIsRefused() {
        var refusal =
                Given.nothing()
                        .file("tallyport.sources.acme.connector", "either")
                        .file("tallyport.sources.acme.settings.client-id", "tallyport")
                        .refusal();

        assertThat(refusal)
                .contains(
                        "  tallyport.sources.acme.settings: expected all of one and none of the"
                                + " others of [client-id, client-secret] or [token], found"
                                + " [client-id]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.5S", "15m", "PT0S", "PT-5M", "P32D", "PT999999999999H"})
    void aPauseBelowASecondOrAboveAMonthIsRefused(String every) {
        var refusal = Given.acme().file("tallyport.sources.acme.every", every).refusal();

        assertThat(refusal)
                .contains("tallyport.sources.acme.every")
                .contains("at least PT1S")
                .contains("found '" + every + "'");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndOnce() {
        var refusal =
                Given.nothing()
                        .file("tallyport.bootstrap-key", "short")
                        .file("tallyport.datadir", "/x")
                        .file("tallyport.sources.acme.connector", "devin")
                        .file("tallyport.sources.acme.settings.base-url", "nowhere")
                        .environment("TALLYPORT_SOURCES_ACME_EVERY", "never")
                        .environment("TALLYPORT_SOURCES_OTHER_CONNECTOR", "nobody")
                        .refusal();

        assertThat(refusal.lines())
                .hasSize(7)
                .first()
                .isEqualTo("Tallyport does not start, because 6 configuration keys are wrong:");
        assertThat(refusal)
                .contains("  tallyport.bootstrap-key: ")
                .contains("  tallyport.datadir: ")
                .contains("  tallyport.sources.acme.settings.api-key: ")
                .contains("  tallyport.sources.acme.settings.base-url: ")
                .contains("  TALLYPORT_SOURCES_ACME_EVERY: ")
                .contains("  TALLYPORT_SOURCES_OTHER_CONNECTOR: ");
    }
}

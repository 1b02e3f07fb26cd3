package dev.tallyport.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenKeysTest {

    private static SmallRyeConfig config(
            Map<String, String> file, Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withSources(
                        new PropertiesConfigSource(file, "file", Given.FILE),
                        new EnvConfigSource(environment, Given.ENVIRONMENT))
                .build();
    }

    @Test
    void keysKeepTheNameThatTheyWereWrittenUnder() {
        var given =
                GivenKeys.of(
                        config(
                                Map.of("tallyport.data-dir", "/x", "quarkus.http.port", "1"),
                                Map.of("TALLYPORT_SOURCES_ACME_SETTINGS_BASE_URL", "y")));

        assertThat(given.all())
                .extracting(GivenKey::name)
                .containsExactlyInAnyOrder(
                        "tallyport.data-dir", "TALLYPORT_SOURCES_ACME_SETTINGS_BASE_URL");
        assertThat(given.externalDatabase()).isFalse();
    }

    @Test
    void aValueMayReferToAnother() {
        var given =
                GivenKeys.of(
                        config(
                                Map.of("tallyport.data-dir", "${FOLDER}/tallyport"),
                                Map.of("FOLDER", "/x")));

        assertThat(given.all()).extracting(GivenKey::value).containsExactly("/x/tallyport");
    }

    @Test
    void aValueThatRefersToNothingIsAProblemAndNoFailure() {
        var problems = new Problems();

        var given = GivenKeys.of(config(Map.of("tallyport.data-dir", "${FOLDER}"), Map.of()));
        InstallationKeys.read(given, problems);

        assertThat(problems.message()).contains("tallyport.data-dir: expected a value in which");
    }

    @Test
    void onlyKeysOfTheActiveProfileCount() {
        var given =
                GivenKeys.of(
                        config(
                                Map.of(
                                        "%prod.tallyport.data-dir", "/prod",
                                        "%dev.tallyport.instance", "dev"),
                                Map.of()));

        assertThat(given.all())
                .containsExactly(new GivenKey("tallyport.data-dir", "/prod", Given.FILE));
    }

    @Test
    void aDatabaseUrlAnywhereMeansAnExternalDatabase() {
        var given =
                GivenKeys.of(
                        config(
                                Map.of(),
                                Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://x/y")));

        assertThat(given.externalDatabase()).isTrue();
    }
}

package dev.tallyport.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationKeysTest {

    private static final String SECRET_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @Test
    void nothingGivenIsFine() {
        assertThat(Given.nothing().refusal()).isEmpty();
    }

    @Test
    void aKeyMayBeWrittenAsAnEnvironmentVariable() {
        var folder =
                Given.nothing()
                        .file("tallyport.data-dir", "/file")
                        .environment("TALLYPORT_DATA_DIR", "/environment")
                        .value(InstallationKey.DATA_DIR);

        assertThat(folder).contains("/environment");
    }

    @Test
    void everyKeyIsAcceptedWithAProperValue() {
        var refusal =
                Given.nothing()
                        .besideAnExternalDatabase()
                        .file("tallyport.data-dir", "/somewhere")
                        .file("tallyport.secret-key", SECRET_KEY)
                        .file("tallyport.admin.password", "hunter2")
                        .file("tallyport.bootstrap-key", "0123456789abcdef0123456789abcdef")
                        .file("tallyport.private-addresses", "deny")
                        .file("tallyport.secret-key-previous", SECRET_KEY + ", " + SECRET_KEY)
                        .file("tallyport.files-dir", "/exports")
                        .file("tallyport.query-timeout", "PT1M")
                        .file("tallyport.max-body-size", "512K")
                        .file("tallyport.rates.acu", "2.25 USD")
                        .file("tallyport.instance", "one")
                        .refusal();

        assertThat(refusal).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tallyport.private-addresses, maybe",
        "tallyport.files-dir, exports",
        "tallyport.max-body-size, 0K",
        "tallyport.max-body-size, 10M",
        "tallyport.query-timeout, 30",
        "tallyport.query-timeout, PT0S",
        "tallyport.query-timeout, P1D",
        "tallyport.rates.acu, 2.25",
        "tallyport.rates.acu, '2,25 USD'",
        "tallyport.rates.acu, 2.25 usd",
        "tallyport.rates.acu, 2.25 XYZ",
        "tallyport.rates.acu, -1 USD"
    })
    void aMalformedValueIsRefusedAndShown(String key, String value) {
        var refusal = Given.nothing().file(key, value).refusal();

        assertThat(refusal).contains("  " + key + ": expected ").contains("found '" + value + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "tallyport.bootstrap-key, 0123456789abcdef0123456789abcde",
        "TALLYPORT_BOOTSTRAP_KEY, hunter2",
        "tallyport.secret-key, hunter2",
        "tallyport.secret-key, MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MA==",
        "tallyport.secret-key-previous, 'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=,hunter2'",
        "tallyport.admin.password, '   '"
    })
    void aMalformedSecretIsRefusedAndNotShown(String key, String value) {
        var refusal = Given.nothing().file(key, value).refusal();

        assertThat(refusal)
                .contains("  " + key + ": expected ")
                .contains("a value of ")
                .doesNotContain("'" + value + "'")
                .doesNotContain("hunter2")
                .doesNotContain("MDEy")
                .doesNotContain("0123");
    }

    @ParameterizedTest
    @CsvSource({
        "tallyport.data-dri, tallyport.data-dir",
        "TALLYPORT_BOOTSTRAPKEY, TALLYPORT_BOOTSTRAP_KEY"
    })
    void anUnknownKeyIsRefusedWithTheOneThatWasProbablyMeant(String key, String meant) {
        var refusal = Given.nothing().file(key, "hunter2").refusal();

        assertThat(refusal)
                .contains("  " + key + ": ")
                .contains("did you mean '" + meant + "'?")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TALLYPORT_SERVICE_HOST",
                "TALLYPORT_SERVICE_PORT",
                "TALLYPORT_SERVICE_PORT_HTTP",
                "TALLYPORT_PORT",
                "TALLYPORT_PORT_8080_TCP",
                "TALLYPORT_PORT_8080_TCP_ADDR",
                "TALLYPORT_DB_SERVICE_HOST",
                "TALLYPORT_SOURCES_DB_PORT_5432_TCP_PROTO"
            })
    void whatKubernetesSaysOfAServiceOfOurNameIsNoKey(String variable) {
        var refusal = Given.nothing().environment(variable, "tcp://10.0.0.1:8080").refusal();

        assertThat(refusal).isEmpty();
    }

    @Test
    void anExternalDatabaseNeedsASecretKey() {
        var refusal = Given.nothing().besideAnExternalDatabase().refusal();

        assertThat(refusal).contains("tallyport.secret-key: expected base64 of 32 bytes");
    }

    @Test
    void anEmptySecretKeyIsNoneBesideAnExternalDatabase() {
        var refusal =
                Given.nothing()
                        .besideAnExternalDatabase()
                        .environment("TALLYPORT_SECRET_KEY", "")
                        .refusal();

        assertThat(refusal).contains("tallyport.secret-key: expected base64 of 32 bytes");
    }
}

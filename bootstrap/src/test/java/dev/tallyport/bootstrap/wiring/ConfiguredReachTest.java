package dev.tallyport.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.http.AddressRule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfiguredReachTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path machine;

    @BeforeEach
    void lay() throws IOException {
        Files.createDirectories(machine.resolve("exports/acme"));
        Files.createDirectories(machine.resolve("exports-of-others"));
        Files.writeString(machine.resolve("exports/acme/usage.csv"), "");
        Files.writeString(machine.resolve("secret"), "");
        Files.createSymbolicLink(
                machine.resolve("exports/escape"), machine.resolve("exports-of-others"));
        Files.createSymbolicLink(machine.resolve("exports/alias"), machine.resolve("exports/acme"));
    }

    private Optional<String> refusal(String place) {
        return new ConfiguredReach(
                        AddressRule.PUBLIC_AND_PRIVATE, Optional.of(machine.resolve("exports")))
                .refusal(machine.resolve(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exports", "exports/acme", "exports/acme/usage.csv", "exports/alias"})
    void whatLiesBelowTheFolderMayBeRead(String place) {
        assertThat(refusal(place)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "no-such-secret",
                "exports-of-others",
                "exports/../secret",
                "exports/escape",
                "/etc/passwd"
            })
    void whatLiesElsewhereIsRefusedWhetherItIsThereOrNot(String place) {
        assertThat(refusal(place).orElseThrow()).startsWith("one that is not below");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(refusal("exports/nothing")).contains("nothing there that can be read");
    }

    @Test
    void withoutAFolderNothingMayBeRead() {
        var reach = new ConfiguredReach(AddressRule.PUBLIC_AND_PRIVATE, Optional.empty());

        assertThat(reach.refusal(machine).orElseThrow()).contains("tallyport.files-dir");
    }

    @Test
    void addressesAreAsTheRuleOfTheInstallationSays() {
        var open = new ConfiguredReach(AddressRule.PUBLIC_AND_PRIVATE, Optional.empty());
        var closed = new ConfiguredReach(AddressRule.PUBLIC_ONLY, Optional.empty());
        var metadata = URI.create("http://169.254.169.254/latest");
        var loopback = URI.create("http://127.0.0.1:8080");

        assertThat(open.refusal(metadata)).isPresent();
        assertThat(open.refusal(loopback)).isEmpty();
        assertThat(closed.refusal(loopback)).isPresent();
    }
}

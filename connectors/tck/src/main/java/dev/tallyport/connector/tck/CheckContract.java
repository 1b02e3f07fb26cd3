package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.Settings;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Trying settings tells what is wrong with which, and never throws for an expected refusal.
public interface CheckContract extends Contract {

    /// How a vendor is not there.
    enum Absence {
        DOWN,
        SERVER_ERROR,
        HTML_OF_A_GATEWAY,
        HTML_IN_PLACE_OF_JSON
    }

    @Test
    default void settingsThatAreRightAreFound() {
        try (var fixture = fixture()) {
            var result = check(fixture, fixture.settings());

            Breach.unless(
                    result instanceof CheckResult.Ok,
                    "a check of the fixture's settings is Ok",
                    result,
                    "compare what check() asks with what the vendor documents");
        }
    }

    @Test
    default void aSettingThatIsWrongIsNamed() {
        try (var fixture = fixture()) {
            Breach.unless(
                    !fixture.wrongSettings().isEmpty(),
                    "the fixture names a setting that can be wrong",
                    "none",
                    "let the fixture's vendor refuse a wrong key, and name it in wrongSettings()");
            fixture.wrongSettings()
                    .forEach((key, value) -> {
                        var values = new HashMap<>(fixture.settings().values());
                        values.put(key, value);

                        var result = check(fixture, new Settings(values));

                        Breach.unless(
                                result instanceof CheckResult.Misconfigured wrong
                                        && wrong.key().equals(key)
                                        && isLine(wrong.reason()),
                                "Misconfigured, naming '" + key + "' and a reason in one line",
                                result,
                                "say which setting the vendor's refusal is about");
                    });
        }
    }

    @Test
    default void anExpiredKeyIsNamed() {
        try (var fixture = fixture()) {
            fixture.vendor().attack(Attack.with(Response.status(401)));

            var result = check(fixture, fixture.settings());

            var secrets =
                    fixture.connector().descriptor().settings().stream()
                            .filter(Setting::secret)
                            .map(Setting::key)
                            .toList();
            Breach.unless(
                    result instanceof CheckResult.Misconfigured wrong
                            && secrets.contains(wrong.key()),
                    "Misconfigured, naming one of " + secrets + ", when the vendor answers 401",
                    result,
                    "name the setting that holds the credentials");
        }
    }

    @ParameterizedTest
    @EnumSource
    default void aVendorThatIsNotThereIsUnavailable(Absence absence) {
        try (var fixture = fixture()) {
            var vendor = fixture.vendor();
            switch (absence) {
                case DOWN -> vendor.close();
                case SERVER_ERROR -> vendor.attack(Attack.with(Response.status(500)));
                case HTML_OF_A_GATEWAY -> vendor.attack(Attack.with(HttpFault.html(502)));
                case HTML_IN_PLACE_OF_JSON -> vendor.attack(Attack.with(HttpFault.html(200)));
            }

            var result = check(fixture, fixture.settings());

            Breach.unless(
                    result instanceof CheckResult.Unavailable gone && isLine(gone.reason()),
                    "Unavailable with a reason in one line when the vendor is " + absence,
                    result,
                    "only what the operator can change is Misconfigured, and only what can be read"
                            + " is Ok");
        }
    }

    private static CheckResult check(Fixture fixture, Settings settings) {
        try {
            return fixture.connector().check(settings);
        } catch (RuntimeException failure) {
            throw new Breach(
                    "a check answers with a result",
                    failure,
                    "turn each kind of ConnectorException into a CheckResult");
        }
    }

    private static boolean isLine(String reason) {
        return !reason.isBlank() && reason.lines().count() == 1;
    }
}

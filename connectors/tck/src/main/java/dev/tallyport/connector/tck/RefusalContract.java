package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A vendor that refuses, or is not there, when settings are tried.
public interface RefusalContract extends HttpContract {

    /// How a vendor is not there.
    enum Absence {
        DOWN,
        SERVER_ERROR,
        HTML_OF_A_GATEWAY,
        HTML_IN_PLACE_OF_JSON
    }

    @Test
    default void describingItselfAsksTheVendorNothing() {
        try (var fixture = fixture()) {
            var descriptor = fixture.connector().descriptor();

            Breach.unless(
                    fixture.vendor().targets().isEmpty(),
                    "no request by descriptor(), which said " + descriptor,
                    fixture.vendor().targets(),
                    "describe what the connector can do with any vendor's account");
        }
    }

    @Test
    default void anExpiredKeyIsNamed() {
        try (var fixture = fixture()) {
            fixture.vendor().attack(Attack.with(Response.status(401)));

            var result = CheckTrial.of(fixture, fixture.settings());

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

            var result = CheckTrial.of(fixture, fixture.settings());

            Breach.unless(
                    result instanceof CheckResult.Unavailable gone
                            && CheckTrial.isLine(gone.reason()),
                    "Unavailable with a reason in one line when the vendor is " + absence,
                    result,
                    "only what the operator can change is Misconfigured, and only what can be read"
                            + " is Ok");
        }
    }
}

package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Settings;

/// One connector tries settings.
final class CheckTrial {

    private CheckTrial() {}

    static CheckResult of(Fixture fixture, Settings settings) {
        try {
            return fixture.connector().check(settings);
        } catch (RuntimeException failure) {
            throw new Breach(
                    "a check answers with a result",
                    failure,
                    "turn each kind of ConnectorException into a CheckResult");
        }
    }

    static boolean isLine(String reason) {
        return !reason.isBlank() && reason.lines().count() == 1;
    }
}

package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Settings;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/// Trying settings tells what is wrong with which, and never throws for an expected refusal.
public interface CheckContract extends Contract {

    @Test
    default void settingsThatAreRightAreFound() {
        try (var fixture = fixture()) {
            var result = CheckTrial.of(fixture, fixture.settings());

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

                        var result = CheckTrial.of(fixture, new Settings(values));

                        Breach.unless(
                                result instanceof CheckResult.Misconfigured wrong
                                        && wrong.key().equals(key)
                                        && CheckTrial.isLine(wrong.reason()),
                                "Misconfigured, naming '" + key + "' and a reason in one line",
                                result,
                                "say which setting the vendor's refusal is about");
                    });
        }
    }
}

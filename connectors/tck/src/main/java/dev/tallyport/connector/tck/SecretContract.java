package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Settings;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/// No value of a secret setting gets out, whether the settings are right or wrong.
public interface SecretContract extends Contract {

    @Test
    default void noSecretIsReturnedHandedOverThrownOrLogged() {
        try (var fixture = fixture();
                var eavesdropper = new Eavesdropper(fixture)) {
            eavesdropper.listen(fixture.settings());
            fixture.wrongSettings()
                    .forEach((key, value) -> {
                        var values = new HashMap<>(fixture.settings().values());
                        values.put(key, value);
                        eavesdropper.listen(new Settings(values));
                    });

            eavesdropper.requireNoSecret();
        }
    }
}

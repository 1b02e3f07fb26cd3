package dev.tallyport.connector.described;

import dev.tallyport.connector.spi.Setting;
import java.util.Optional;

/// How the vendor knows who asks. All values come from settings.
sealed interface Authentication {

    /// The setting to look at when the vendor refuses.
    Setting secret();

    /// `Authorization: Bearer …`.
    record Bearer(Setting secret) implements Authentication {}

    /// `Authorization: Basic …`.
    record Basic(Setting user, Setting secret) implements Authentication {}

    /// A header of the vendor's own.
    record Header(String name, Setting secret) implements Authentication {}

    /// OAuth 2.0 client credentials.
    ///
    /// @param address the setting with the address that issues tokens
    record ClientCredentials(
            Setting address, Setting client, Setting secret, Optional<String> scope)
            implements Authentication {}
}

package dev.tallyport.adapter.security;

import dev.tallyport.application.account.SignInWays;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What the operator decided about ways to sign in.
final class ConfiguredSignInWays {

    @Produces
    @Singleton
    SignInWays signInWays(
            @ConfigProperty(name = "tallyport.local-accounts", defaultValue = "on")
                    String localAccounts,
            @ConfigProperty(name = ProviderSwitch.PROVIDER) Optional<String> provider) {
        return new SignInWays(
                localAccounts.equals("on"),
                provider.filter(address -> !address.isBlank()).isPresent());
    }
}

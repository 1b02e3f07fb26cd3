package dev.tallyport.bootstrap.wiring;

import dev.tallyport.application.pricing.KeepConfiguredRate;
import dev.tallyport.domain.pricing.Money;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Hands over the default price of an ACU, which was found valid when the configuration was read.
@ApplicationScoped
class ConfiguredRate {

    private final KeepConfiguredRate keepConfiguredRate;
    private final Optional<String> price;

    ConfiguredRate(
            KeepConfiguredRate keepConfiguredRate,
            @ConfigProperty(name = "tallyport.rates.acu") Optional<String> price) {
        this.keepConfiguredRate = keepConfiguredRate;
        this.price = price;
    }

    void keep(@Observes StartupEvent started) {
        keepConfiguredRate.keep(price.map(ConfiguredRate::money));
    }

    private static Money money(String written) {
        int blank = written.indexOf(' ');
        return Money.of(written.substring(0, blank), written.substring(blank + 1));
    }
}

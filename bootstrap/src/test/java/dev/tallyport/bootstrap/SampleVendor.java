package dev.tallyport.bootstrap;

import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.SimulatorOptions;
import dev.tallyport.simulator.devin.Sizes;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;

/// A simulated Devin enterprise that the application under test reads as the source `acme`; a test
/// that has a field of [DevinSimulator] is given it.
public final class SampleVendor implements QuarkusTestResourceLifecycleManager {

    public static final String VENDOR_KEY = "cog_of_the_simulated_vendor";

    private final DevinSimulator vendor =
            new DevinSimulator(
                    DevinEnterprise.generate(
                            11, Clock.systemUTC().instant(), new Sizes(60, 4, 4, 5)),
                    SimulatorOptions.of(VENDOR_KEY));

    @Override
    public Map<String, String> start() {
        try {
            vendor.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "tallyport.sources.acme.connector",
                "devin",
                "tallyport.sources.acme.every",
                "PT12H",
                "tallyport.sources.acme.settings.base-url",
                vendor.baseUri().toString(),
                "tallyport.sources.acme.settings.api-key",
                VENDOR_KEY);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(vendor, new TestInjector.MatchesType(DevinSimulator.class));
    }

    @Override
    public void stop() {
        vendor.close();
    }
}

package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Stream;

/// Reads ACU consumption of a Devin enterprise by day, user, organization and product, its sessions
/// and what it counts and limits itself.
@ApplicationScoped
public class DevinConnector implements Connector {

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                            "devin",
                            "Devin",
                            DevinSettings.ALL,
                            Stream.of(
                                            DevinCuts.V3.all(),
                                            Stream.of(SessionFigures.LIFETIME, SessionFigures.DAYS),
                                            DevinCuts.V2.all())
                                    .flatMap(cuts -> cuts)
                                    .toList(),
                            Span.ZONE,
                            Duration.ofDays(3))
                    .withLag(Duration.ofDays(1))
                    .withCapabilities(EnumSet.allOf(Capability.class))
                    .withLimits(Limits.ALL);

    private final Vendors vendors;

    public DevinConnector(Vendors vendors) {
        this.vendors = vendors;
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public CheckResult check(Settings settings) {
        try (var api = vendors.open(DevinSettings.of(settings).endpoint())) {
            var devin = apiOf(settings, api);
            var cycles = devin.cycles();
            var parts = new Parts();
            if (!cycles.isEmpty()) {
                var cycle = cycles.getLast();
                devin.enterprise(Span.between(cycle.start(), cycle.end()));
                devin.probe(cycle, parts);
            }
            return parts.failure()
                    .<CheckResult>map(failure -> new CheckResult.Unavailable(failure.getMessage()))
                    .orElseGet(() -> new CheckResult.Ok(parts.notes()));
        } catch (ConnectorException e) {
            return switch (e.kind()) {
                case UNAUTHORIZED ->
                        new CheckResult.Misconfigured(DevinSettings.API_KEY.key(), e.getMessage());
                case MISCONFIGURED ->
                        new CheckResult.Misconfigured(DevinSettings.BASE_URL.key(), e.getMessage());
                case RATE_LIMITED, UNAVAILABLE, MALFORMED_RESPONSE ->
                        new CheckResult.Unavailable(e.getMessage());
            };
        }
    }

    @Override
    public void read(Settings settings, ReadRequest request, Sink sink) {
        var devin = DevinSettings.of(settings);
        try (var api = vendors.open(devin.endpoint(), request.exchanges())) {
            new DevinRead(apiOf(settings, api), devin.endpoint().concurrency(), request, sink)
                    .read();
        }
    }

    private static DevinApi apiOf(Settings settings, VendorApi api) {
        var devin = DevinSettings.of(settings);
        return devin.v2()
                ? new DevinV2(api)
                : new DevinV3(
                        api, new Lists(api), devin.endpoint().concurrency(), devin.sessionDays());
    }
}

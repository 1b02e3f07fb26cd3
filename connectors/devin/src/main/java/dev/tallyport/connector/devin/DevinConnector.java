package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Stream;

/// Reads ACU consumption of a Devin enterprise by day, user, organization and product.
@ApplicationScoped
public class DevinConnector implements Connector {

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "devin",
                    "Devin",
                    DevinSettings.ALL,
                    Stream.concat(DevinCuts.V3.all(), DevinCuts.V2.all()).toList(),
                    Span.ZONE,
                    Duration.ofDays(3));

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
            if (!cycles.isEmpty()) {
                devin.enterprise(Span.between(cycles.getLast().start(), cycles.getLast().end()));
            }
            return new CheckResult.Ok();
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
        return DevinSettings.of(settings).v2() ? new DevinV2(api) : new DevinV3(api);
    }
}

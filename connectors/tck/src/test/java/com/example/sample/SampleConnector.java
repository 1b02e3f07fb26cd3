package com.example.sample;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// Reads the tokens of an account at Sample by day, user and model.
@ApplicationScoped
public class SampleConnector implements Connector {

    /// Sample begins its days at 05:00 UTC, all year.
    static final ZoneOffset DAY_ZONE = ZoneOffset.ofHours(-5);

    /// Sample restates a day for three days after its end.
    static final Duration SETTLES_AFTER = Duration.ofDays(3);

    static final Cut USAGE =
            Cut.of("usage", "tokens", "token", Set.of(Dimension.USER, Dimension.MODEL));
    static final Cut TOTAL =
            Cut.of("total", "tokens", "token", Set.of())
                    .withTotal(new Cut.Total("usage", Set.of(), true));

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                            "sample",
                            "Sample",
                            SampleSettings.ALL,
                            List.of(USAGE, TOTAL),
                            DAY_ZONE,
                            SETTLES_AFTER)
                    .withCapabilities(
                            Set.of(
                                    Capability.BACKFILL,
                                    Capability.RETRACTION,
                                    Capability.DIRECTORY));

    private final Vendors vendors;

    public SampleConnector(Vendors vendors) {
        this.vendors = vendors;
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public CheckResult check(Settings settings) {
        try (var api = vendors.open(SampleSettings.endpoint(settings))) {
            JsonValue.root(api.get("/v1/people")).array("people");
            return new CheckResult.Ok();
        } catch (ConnectorException failure) {
            return switch (failure.kind()) {
                case UNAUTHORIZED ->
                        new CheckResult.Misconfigured(
                                SampleSettings.API_KEY.key(), failure.getMessage());
                case MISCONFIGURED ->
                        new CheckResult.Misconfigured(
                                SampleSettings.BASE_URL.key(), failure.getMessage());
                case RATE_LIMITED, UNAVAILABLE, MALFORMED_RESPONSE ->
                        new CheckResult.Unavailable(failure.getMessage());
            };
        } catch (MalformedMember other) {
            return new CheckResult.Unavailable(
                    "GET /v1/people is answered otherwise than documented: " + other.getMessage());
        }
    }

    @Override
    public void read(Settings settings, ReadRequest request, Sink sink) {
        try (var api = vendors.open(SampleSettings.endpoint(settings), request.exchanges())) {
            new SampleRead(api, request, sink).read();
        }
    }
}

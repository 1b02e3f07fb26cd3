package dev.tallyport.connector.described;

import dev.tallyport.connector.http.Credential;
import dev.tallyport.connector.http.Endpoint;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;

/// Reads the vendor that a [Description] describes.
final class DescribedConnector implements Connector {

    private final Description description;
    private final Vendors vendors;

    DescribedConnector(Description description, Vendors vendors) {
        this.description = description;
        this.vendors = vendors;
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return description.descriptor();
    }

    /// Asks for yesterday's first page, of every request that the description checks.
    @Override
    public CheckResult check(Settings settings) {
        try (var api = vendors.open(endpoint(settings))) {
            var now = vendors.clock().instant();
            var zone = descriptor().dayZone();
            var today = LocalDate.ofInstant(now, zone);
            var answers = new Answers(api, settings, zone, now);
            for (var request : description.checks()) {
                var answer = answers.first(request, new Days(today.minusDays(1), today));
                requireForm(request, answer);
            }
            return new CheckResult.Ok();
        } catch (ConnectorException failed) {
            return switch (failed.kind()) {
                case UNAUTHORIZED ->
                        new CheckResult.Misconfigured(
                                description.authentication().secret().key(), failed.getMessage());
                case MISCONFIGURED ->
                        new CheckResult.Misconfigured(
                                description.address().key(), failed.getMessage());
                case RATE_LIMITED, UNAVAILABLE, MALFORMED_RESPONSE ->
                        new CheckResult.Unavailable(failed.getMessage());
            };
        }
    }

    private static void requireForm(Request request, Item answer) {
        for (var records : request.records()) {
            try {
                answer.items(records.items().levels().getFirst());
            } catch (MalformedMember malformed) {
                throw malformed.toFailure(request.path());
            }
        }
    }

    @Override
    public void read(Settings settings, ReadRequest request, Sink sink) {
        try (var api = vendors.open(endpoint(settings), request.exchanges())) {
            var answers = new Answers(api, settings, descriptor().dayZone(), request.now());
            new DescribedRead(description, answers, request, sink).read();
        }
    }

    private Endpoint endpoint(Settings settings) {
        return Endpoint.of(URI.create(settings.value(description.address())), credential(settings))
                .withRequestTimeout(Duration.parse(settings.value(Description.REQUEST_TIMEOUT)));
    }

    private Credential credential(Settings settings) {
        return switch (description.authentication()) {
            case Authentication.Bearer(var secret) -> Credential.bearer(settings.value(secret));
            case Authentication.Basic(var user, var secret) ->
                    Credential.basic(settings.value(user), settings.value(secret));
            case Authentication.Header(var name, var secret) ->
                    Credential.header(name, settings.value(secret));
            case Authentication.ClientCredentials(var address, var client, var secret, var scope) ->
                    Credential.clientCredentials(
                            URI.create(settings.value(address)),
                            settings.value(client),
                            settings.value(secret),
                            scope);
        };
    }
}

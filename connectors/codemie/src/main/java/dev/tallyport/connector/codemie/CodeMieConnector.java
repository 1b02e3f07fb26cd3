package dev.tallyport.connector.codemie;

import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.TokenFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what CodeMie says was spent and done, by day, user, project, model and activity.
@ApplicationScoped
public class CodeMieConnector implements Connector {

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                    "codemie",
                    "CodeMie",
                    CodeMieSettings.ALL,
                    CodeMieSettings.CREDENTIALS,
                    CodeMieCuts.ALL,
                    Set.of(
                            Capability.BACKFILL,
                            Capability.RETRACTION,
                            Capability.DIRECTORY,
                            Capability.ACTIVITIES,
                            Capability.OBSERVATIONS),
                    ZoneOffset.UTC,
                    Duration.ofDays(1),
                    CodeMieRead.SETTLE_HORIZON,
                    TokenFigures.DISJOINT,
                    List.of(Budgets.LIMIT));

    private final Vendors vendors;

    public CodeMieConnector(Vendors vendors) {
        this.vendors = vendors;
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public CheckResult check(Settings settings) {
        var credential = CodeMieSettings.credentialOf(settings).key();
        try (var api = vendors.open(CodeMieSettings.of(settings).endpoint())) {
            var codeMie = new CodeMieApi(api);
            var narrowness = codeMie.narrowness();
            if (narrowness.isPresent()) {
                return new CheckResult.Misconfigured(credential, narrowness.get());
            }
            var now = vendors.clock().instant();
            var yesterday = Stretch.of(Stretch.lastDay(now).minusDays(1), now);
            var summary = codeMie.summary(DayPass.SUMMARIES, yesterday, Optional.empty());
            return switch (summary) {
                case Reading.Understood<Summary> _ -> new CheckResult.Ok();
                case Reading.NotUnderstood<Summary>(var reject) ->
                        new CheckResult.Unavailable(
                                "GET %s answered what is not documented, at %s: %s"
                                        .formatted(
                                                reject.request(), reject.path(), reject.reason()));
            };
        } catch (ConnectorException e) {
            return switch (e.kind()) {
                case UNAUTHORIZED ->
                        new CheckResult.Misconfigured(
                                isOfTokenService(e)
                                        ? CodeMieSettings.CLIENT_SECRET.key()
                                        : credential,
                                e.getMessage());
                case MISCONFIGURED ->
                        new CheckResult.Misconfigured(
                                isOfTokenService(e)
                                        ? CodeMieSettings.TOKEN_URL.key()
                                        : CodeMieSettings.BASE_URL.key(),
                                e.getMessage());
                case RATE_LIMITED, UNAVAILABLE, MALFORMED_RESPONSE ->
                        new CheckResult.Unavailable(e.getMessage());
            };
        }
    }

    /// A failure begins with the request, and only tokens are asked for by POST.
    private static boolean isOfTokenService(ConnectorException failure) {
        return failure.getMessage().startsWith("POST ");
    }

    @Override
    public void read(Settings settings, ReadRequest request, Sink sink) {
        var codeMie = CodeMieSettings.of(settings);
        var endpoint = codeMie.endpoint();
        try (var api = vendors.open(endpoint, request.exchanges())) {
            new CodeMieRead(
                            new CodeMieApi(api),
                            endpoint.concurrency(),
                            codeMie.history(),
                            request,
                            sink)
                    .read();
        }
    }
}

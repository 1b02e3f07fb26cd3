package dev.tallyport.application.source;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// A build that contains one connector, which reads nothing and says of every key what it is.
final class SampleConnector implements Connectors, Connector {

    static final String ID = "sample";

    boolean installed = true;

    @Override
    public List<Connector> all() {
        return installed ? List.of(this) : List.of();
    }

    @Override
    public Optional<Connector> find(String id) {
        return all().stream().filter(_ -> id.equals(ID)).findFirst();
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return new ConnectorDescriptor(
                ID,
                "Sample",
                List.of(
                        Setting.optional(
                                "base-url", Setting.Type.URL, "https://vendor.example", "Where."),
                        Setting.secret("api-key", "The key."),
                        Setting.optionalSecret("token", "Another one."),
                        Setting.optional("folder", Setting.Type.PATH, "Where files are."),
                        Setting.optional("size", Setting.Type.COUNT, "8", "How many.")),
                List.of(),
                ZoneOffset.UTC,
                Duration.ZERO);
    }

    @Override
    public CheckResult check(Settings settings) {
        var key = settings.value("api-key").orElseThrow();
        return switch (key) {
            case "good" -> new CheckResult.Ok();
            case "broken" -> throw new IllegalStateException("broken");
            default ->
                    new CheckResult.Misconfigured("api-key", "the vendor refuses the key " + key);
        };
    }

    @Override
    public void read(Settings settings, ReadRequest request, Sink sink) {}
}

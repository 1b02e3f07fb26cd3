package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// Reads FOCUS exports that lie in a file or folder.
@ApplicationScoped
public class FocusConnector implements Connector {

    /// Providers restate a month until its invoice is issued.
    private static final Duration SETTLE_HORIZON = Duration.ofDays(45);

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                            "focus",
                            "FOCUS files",
                            List.of(Values.PATH, FocusLayout.USER_TAG, FocusLayout.MODEL_TAG),
                            FocusLayout.CUTS,
                            ZoneOffset.UTC,
                            SETTLE_HORIZON)
                    .withCapabilities(
                            Set.of(
                                    Capability.BACKFILL,
                                    Capability.RETRACTION,
                                    Capability.DIRECTORY))
                    .withLag(Duration.ofDays(3));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public CheckResult check(Settings settings) {
        return FilesCheck.check(settings.value(Values.PATH), FocusLayout.of(settings));
    }

    @Override
    public void read(Settings settings, ReadRequest request, Sink sink) {
        new FilesRead(settings.value(Values.PATH), FocusLayout.of(settings), request, sink).read();
    }
}

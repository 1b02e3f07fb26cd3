package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.TokenFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// Reads tables of our own that lie in a file or folder.
@ApplicationScoped
public class CsvConnector implements Connector {

    private static final Duration A_WEEK = Duration.ofDays(7);

    private static final ConnectorDescriptor DESCRIPTOR =
            new ConnectorDescriptor(
                            "csv",
                            "CSV files",
                            List.of(Values.PATH),
                            CsvLayout.CUTS,
                            ZoneOffset.UTC,
                            A_WEEK)
                    .withCapabilities(
                            Set.of(
                                    Capability.BACKFILL,
                                    Capability.RETRACTION,
                                    Capability.DIRECTORY))
                    .withLag(A_WEEK)
                    .withTokenFigures(TokenFigures.DISJOINT);

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public CheckResult check(Settings settings) {
        return FilesCheck.check(settings.value(Values.PATH), new CsvLayout());
    }

    @Override
    public void read(Settings settings, ReadRequest request, Sink sink) {
        new FilesRead(settings.value(Values.PATH), new CsvLayout(), request, sink).read();
    }
}

package dev.tallyport.bootstrap.configuration;

import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.SourcesInConfiguration;
import dev.tallyport.bootstrap.startup.StartRefusedException;
import dev.tallyport.connector.spi.Connector;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// The sources that the configuration declares. Checks every key of ours before anything else
/// starts, since only now the connectors can say which settings they know.
@ApplicationScoped
public class ConfiguredSources implements SourcesInConfiguration {

    private static final int FIRST = 1;

    private final List<DeclaredSource> sources;

    ConfiguredSources(SmallRyeConfig config, Connectors connectors) {
        var problems = new Problems();
        var given = GivenKeys.of(config);
        InstallationKeys.read(given, problems);
        var installed = connectors.all().stream().map(Connector::descriptor).toList();
        sources = SourceKeys.read(given, installed, problems);
        if (!problems.isEmpty()) {
            throw new StartRefusedException(problems.message());
        }
    }

    @Override
    public List<DeclaredSource> all() {
        return sources;
    }

    void check(@Observes @Priority(FIRST) StartupEvent event) {
        // constructing this bean has checked
    }
}

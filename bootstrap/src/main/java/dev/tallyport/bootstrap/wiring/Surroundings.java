package dev.tallyport.bootstrap.wiring;

import dev.tallyport.application.ingestion.AnswerRetention;
import dev.tallyport.application.ingestion.InstanceName;
import dev.tallyport.connector.described.DescribedConnectors;
import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Vendors;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What the running process is given from outside: the time and its own name.
final class Surroundings {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    /// The configured name, else one that no other process ever has.
    @Produces
    @Singleton
    InstanceName instanceName(
            @ConfigProperty(name = "tallyport.instance") Optional<String> configured) {
        return new InstanceName(configured.orElseGet(() -> hostName() + "-" + UUID.randomUUID()));
    }

    @Produces
    @Singleton
    Vendors vendors(
            InstantSource clock,
            @ConfigProperty(name = "tallyport.private-addresses", defaultValue = "allow")
                    String privateAddresses) {
        return new Vendors(
                clock,
                privateAddresses.equals("deny")
                        ? AddressRule.PUBLIC_ONLY
                        : AddressRule.PUBLIC_AND_PRIVATE);
    }

    @Produces
    @Singleton
    DescribedConnectors describedConnectors(
            Vendors vendors,
            @ConfigProperty(name = "tallyport.connectors-dir") Optional<String> folder) {
        return DescribedConnectors.load(folder.map(Path::of), vendors);
    }

    @Produces
    @Singleton
    AnswerRetention answerRetention(
            @ConfigProperty(name = "tallyport.answers.keep") Optional<String> duration) {
        return new AnswerRetention(duration.map(Duration::parse).orElse(Duration.ofDays(30)));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown-host";
        }
    }
}

package dev.tallyport.bootstrap;

import dev.tallyport.bootstrap.configuration.GivenKeys;
import dev.tallyport.bootstrap.configuration.InstallationKey;
import dev.tallyport.bootstrap.configuration.InstallationKeys;
import dev.tallyport.bootstrap.configuration.Problems;
import dev.tallyport.bootstrap.database.DataDirectory;
import dev.tallyport.bootstrap.database.EmbeddedDatabase;
import dev.tallyport.bootstrap.startup.StartRefusedException;
import dev.tallyport.connector.described.CheckFile;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the process begins: the database first, then the application, and at the end the other way
/// round.
@QuarkusMain
public final class Tallyport {

    private static final List<String> CONNECTOR_CHECK = List.of("connector", "check");
    private static final int REFUSED = 1;
    private static final int KEY_BYTES = 32;

    private Tallyport() {}

    public static void main(String... args) {
        if (List.of(args).subList(0, Math.min(2, args.length)).equals(CONNECTOR_CHECK)) {
            System.exit(checkConnector(args));
        }
        acceptUnencodedIds();
        var given = GivenKeys.of(ConfigUtils.configBuilder().build());
        var problems = new Problems();
        var keys = InstallationKeys.read(given, problems);
        if (!problems.isEmpty()) {
            refuse(problems, args);
        } else if (given.externalDatabase()) {
            Quarkus.run(args);
        } else {
            runWithEmbeddedDatabase(keys, args);
        }
    }

    /// Needs neither a database nor a configuration.
    private static int checkConnector(String... args) {
        return new CheckFile(System.getenv(), InstantSource.system(), System.out, System.err)
                .run(List.of(args).subList(CONNECTOR_CHECK.size(), args.length));
    }

    /// Clients send Devin's ids, such as `email|1`, without encoding them; left to itself, the HTTP
    /// server refuses those before anything here sees them.
    private static void acceptUnencodedIds() {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    /// Lets the connectors add what is wrong with the sources. Without a database nothing else
    /// starts.
    private static void refuse(Problems problems, String... args) {
        System.setProperty("quarkus.datasource.active", "false");
        System.setProperty("quarkus.hibernate-orm.active", "false");
        System.setProperty("quarkus.flyway.active", "false");
        System.setProperty("quarkus.log.level", "ERROR");
        Quarkus.run(null, (_, cause) -> exit(withSources(problems, cause)), args);
    }

    private static String withSources(Problems problems, Throwable cause) {
        for (var reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof StartRefusedException refusal) {
                return refusal.getMessage();
            }
        }
        return problems.message();
    }

    private static void exit(String message) {
        System.err.println(message);
        System.exit(REFUSED);
    }

    private static void runWithEmbeddedDatabase(InstallationKeys keys, String... args) {
        var closer = DatabaseCloser.install();
        closeAfterQuarkus(closer);
        var properties = new LinkedHashMap<String, String>();
        try {
            properties.putAll(startDatabase(keys, closer));
            properties.forEach(System::setProperty);
            if (!closer.isProcessEnding()) {
                Quarkus.run(args);
            }
        } catch (StartRefusedException e) {
            closer.applicationStopped();
            exit(e.getMessage());
        } finally {
            closer.applicationStopped();
            closer.close();
            properties.keySet().forEach(System::clearProperty);
        }
    }

    /// `Quarkus.run` does not return when the process is ending, but says here that it has stopped.
    private static void closeAfterQuarkus(DatabaseCloser closer) {
        var end = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, cause) -> {
            closer.applicationStopped();
            end.accept(code, cause);
        });
    }

    private static Map<String, String> startDatabase(InstallationKeys keys, DatabaseCloser closer) {
        var folder = dataDirectory(keys);
        var database = EmbeddedDatabase.start(folder, InstantSource.system());
        closer.opened(database);
        var properties = new LinkedHashMap<String, String>();
        properties.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        properties.put("quarkus.datasource.username", database.username());
        properties.put("quarkus.datasource.password", database.password());
        if (keys.value(InstallationKey.INSTANCE).isEmpty()) {
            properties.put(InstallationKey.INSTANCE.key(), database.instanceName());
        }
        if (keys.value(InstallationKey.SECRET_KEY).isEmpty()) {
            properties.put(InstallationKey.SECRET_KEY.key(), secretKey(folder));
        }
        return properties;
    }

    private static Path dataDirectory(InstallationKeys keys) {
        var home = System.getProperty("user.home");
        return keys.value(InstallationKey.DATA_DIR)
                .map(given -> given.matches("~(/.*)?") ? home + given.substring(1) : given)
                .map(Path::of)
                .orElseGet(() -> Path.of(home, ".local", "share", "tallyport"));
    }

    private static String secretKey(Path folder) {
        var key = DataDirectory.open(folder).secretKey(Tallyport::randomKey);
        if (!InstallationKey.SECRET_KEY.accepts(key)) {
            throw new StartRefusedException(
                    "The file secret.key in %s does not hold base64 of 32 bytes. Restore it: without it, the vendors' credentials that are stored cannot be read."
                            .formatted(folder));
        }
        return key;
    }

    private static String randomKey() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}

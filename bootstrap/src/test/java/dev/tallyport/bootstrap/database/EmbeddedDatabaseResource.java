package dev.tallyport.bootstrap.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `Tallyport.main` gives the application, for tests in which it does not run: a database of
/// their own, a key with every right, and ids that were not encoded.
public final class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {

    public static final String KEY = "a-bootstrap-key-for-tests-of-32-characters";

    private static final String SECRET_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private @Nullable Path folder;
    private @Nullable EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        System.setProperty("vertx.disableURIValidation", "true");
        try {
            var target = Files.createDirectories(Path.of("target").toAbsolutePath());
            var fresh = Files.createTempDirectory(target, "test-data-");
            var started = EmbeddedDatabase.start(fresh, InstantSource.system());
            folder = fresh;
            database = started;
            return Map.of(
                    "quarkus.datasource.jdbc.url", started.jdbcUrl(),
                    "quarkus.datasource.username", started.username(),
                    "quarkus.datasource.password", started.password(),
                    "tallyport.instance", started.instanceName(),
                    "tallyport.secret-key", SECRET_KEY,
                    "tallyport.bootstrap-key", KEY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
        if (folder != null) {
            try {
                DataDirectory.deleteTree(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

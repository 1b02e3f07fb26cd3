package dev.tallyport.bootstrap.database;

import dev.tallyport.bootstrap.startup.StartRefusedException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/// A real PostgreSQL in the data folder, for this process alone. What was committed survives a
/// crash of Tallyport, of the server and of the machine.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());
    private static final String NAME = "tallyport";
    private static final long SPACE_FOR_A_NEW_ONE = 300L << 20;

    private final InstanceLock lock;
    private final DatabaseServer server;
    private final int port;
    private final Credentials credentials;
    private final String instanceName;
    private boolean closed;

    private EmbeddedDatabase(
            InstanceLock lock,
            DatabaseServer server,
            int port,
            Credentials credentials,
            String instanceName) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.credentials = credentials;
        this.instanceName = instanceName;
    }

    /// Sets the database up if there is none, and starts it.
    ///
    /// @throws StartRefusedException when it cannot, or when another process uses the folder; then
    ///   nothing is left running
    public static EmbeddedDatabase start(Path dataDirectory, InstantSource clock) {
        PostgresBinaries.checkUser();
        var data = DataDirectory.open(dataDirectory);
        var lock = InstanceLock.acquire(data, clock.instant());
        try {
            return start(data, lock);
        } catch (IOException e) {
            release(lock);
            throw DataDirectory.unusable(data.path(), e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static EmbeddedDatabase start(DataDirectory data, InstanceLock lock)
            throws IOException {
        var ready = data.database().resolve("tallyport-ready");
        var isNew = Files.notExists(ready);
        if (isNew) {
            checkSpace(data);
        }
        Files.createDirectories(data.binaries());
        var binaries = PostgresBinaries.unpackInto(data.binaries());
        var server = new DatabaseServer(binaries, data.database(), data.serverOutput());
        server.stopLeftBehind();
        binaries.deleteOthers();
        if (isNew) {
            initialize(data, server);
        }
        var credentials = Credentials.read(data.credentials());
        var port = server.start();
        try {
            if (isNew) {
                createDatabase(port, credentials);
                DataDirectory.write(ready, "");
            }
            LOG.log(
                    Level.INFO,
                    "embedded database started: folder={0} port={1}",
                    data.path(),
                    Integer.toString(port));
            var name = data.instanceName(() -> UUID.randomUUID().toString());
            return new EmbeddedDatabase(lock, server, port, credentials, name);
        } catch (SQLException e) {
            server.stop();
            throw new StartRefusedException(
                    "The embedded database in %s could not be set up: %s"
                            .formatted(data.database(), e.getMessage()),
                    e);
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private static void checkSpace(DataDirectory data) throws IOException {
        var usable = Files.getFileStore(data.path()).getUsableSpace();
        if (usable < SPACE_FOR_A_NEW_ONE) {
            throw new IOException(
                    "a new database needs %d MB of space, %d MB are left"
                            .formatted(SPACE_FOR_A_NEW_ONE >> 20, usable >> 20));
        }
    }

    /// A folder without the mark of a finished set-up holds nothing of value, provided that it was
    /// us who began it.
    private static void initialize(DataDirectory data, DatabaseServer server) throws IOException {
        if (Files.exists(data.database()) && Files.notExists(data.credentials())) {
            throw new StartRefusedException(
                    "The folder %s is not a database that this Tallyport made. Move it away, or name another data folder by tallyport.data-dir."
                            .formatted(data.database()));
        }
        var credentials = Credentials.random();
        credentials.write(data.credentials());
        DataDirectory.deleteTree(data.database());
        server.initialize(credentials);
    }

    private static void createDatabase(int port, Credentials credentials) throws SQLException {
        try (var connection = connectAsSuperuser(port, credentials);
                var statement = connection.createStatement()) {
            statement.execute(
                    "create role %s login nosuperuser nocreatedb nocreaterole password '%s'"
                            .formatted(NAME, credentials.application()));
            statement.execute("create database %s owner %s".formatted(NAME, NAME));
        }
    }

    private static Connection connectAsSuperuser(int port, Credentials credentials)
            throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        source.setUser("postgres");
        source.setPassword(credentials.superuser());
        return source.getConnection();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    public String username() {
        return NAME;
    }

    public String password() {
        return credentials.application();
    }

    /// The same for every start over the same data folder, and no other's.
    public String instanceName() {
        return instanceName;
    }

    /// Stops the server in order, waiting for at most 30 seconds, and gives the folder free.
    /// Closing again does nothing.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (server.stop()) {
                LOG.log(Level.INFO, "embedded database stopped");
            } else {
                LOG.log(Level.WARNING, "embedded database still stopping");
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "embedded database not stopped", e);
        } finally {
            release(lock);
        }
    }

    private static void release(InstanceLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "lock not released", e);
        }
    }
}

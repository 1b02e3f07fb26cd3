package dev.tallyport.adapter.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// A real PostgreSQL, shared by the tests of this module.
final class Postgres {

    private static final String SUPERUSER = "postgres";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String TEMPLATE = migrated();

    /// One that is migrated and holds nothing; whoever uses it rolls back.
    static final String SHARED = newDatabase();

    /// However few processors there are.
    static final Executor AT_ONCE = work -> Thread.ofVirtual().start(work);

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String migrated() {
        var database = newEmptyDatabase(SUPERUSER);
        migrate(database, SUPERUSER, SUPERUSER);
        return database;
    }

    static void migrate(String database, String user, String applicationRole) {
        migration(database, user, applicationRole).load().migrate();
    }

    /// As the version of the schema with that number was.
    static void migrateTo(String version, String database) {
        migration(database, SUPERUSER, SUPERUSER).target(version).load().migrate();
    }

    private static FluentConfiguration migration(
            String database, String user, String applicationRole) {
        return Flyway.configure()
                .dataSource(url(database), user, user)
                .placeholders(Map.of("applicationRole", applicationRole));
    }

    /// One that is migrated and that nobody else uses.
    static String newDatabase() {
        return create("template " + TEMPLATE);
    }

    static String newEmptyDatabase(String owner) {
        return create("owner " + quoted(owner));
    }

    private static String create(String how) {
        var name = "test" + DATABASES.incrementAndGet();
        execute("create database " + name + " " + how);
        return name;
    }

    /// A role that may log in; its password is its name.
    static void newRole(String name) {
        execute(
                "create role "
                        + quoted(name)
                        + " login password '"
                        + name.replace("'", "''")
                        + "'");
    }

    private static void execute(String sql) {
        try (var connection = connect(SUPERUSER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static Connection connect(String database) {
        return connect(database, SUPERUSER);
    }

    static Connection connect(String database, String user) {
        try {
            return DriverManager.getConnection(url(database), user, user);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + database;
    }

    /// Hands out one connection, as a transaction does.
    static DataSource sharing(Connection connection) {
        var shared =
                (Connection)
                        Proxy.newProxyInstance(
                                Postgres.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (_, method, arguments) -> {
                                    if (method.getName().equals("close")) {
                                        return null;
                                    }
                                    try {
                                        return method.invoke(connection, arguments);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
        return (DataSource)
                Proxy.newProxyInstance(
                        Postgres.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (_, _, _) -> shared);
    }
}

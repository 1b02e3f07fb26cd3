package dev.tallyport.bootstrap.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.InstantSource;

/// A process that starts a database, writes something and is gone without closing anything.
final class KilledInstance {

    private KilledInstance() {}

    public static void main(String... args) throws Exception {
        var database = EmbeddedDatabase.start(Path.of(args[0]), InstantSource.system());
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }
        System.out.println(database.instanceName());
        System.out.flush();
        Runtime.getRuntime().halt(9);
    }
}

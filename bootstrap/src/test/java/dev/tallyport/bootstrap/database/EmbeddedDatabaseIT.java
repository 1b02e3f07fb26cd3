package dev.tallyport.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.bootstrap.startup.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedDatabaseIT {

    private Path folder;
    private EmbeddedDatabase database;

    @BeforeAll
    void start() throws IOException {
        folder = freshFolder();
        database = EmbeddedDatabase.start(folder, InstantSource.system());
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
        DataDirectory.deleteTree(folder.resolveSibling(""));
    }

    /// With a space in its name, as people have them.
    private static Path freshFolder() throws IOException {
        var target = Files.createDirectories(Path.of("target").toAbsolutePath());
        return Files.createTempDirectory(target, "database it-").resolve("data");
    }

    private static String ask(EmbeddedDatabase database, String question) throws SQLException {
        return ask(database.jdbcUrl(), database.username(), database.password(), question);
    }

    private static String ask(String url, String user, String password, String question)
            throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static int postmaster(Path folder) throws IOException {
        return Integer.parseInt(
                Files.readAllLines(folder.resolve("database/postmaster.pid")).getFirst());
    }

    @Test
    void whatIsCommittedIsOnDisk() throws SQLException {
        assertThat(ask(database, "show fsync")).isEqualTo("on");
        assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
        assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
        assertThat(ask(database, "show data_checksums")).isEqualTo("on");
    }

    @Test
    void textSortsByItsBytesAndKnowsItsLetters() throws SQLException {
        assertThat(ask(database, "show server_encoding")).isEqualTo("UTF8");
        assertThat(ask(database, "select lower('ÄÖ')")).isEqualTo("äö");
        assertThat(ask(database, "select 'a' > 'B'")).isEqualTo("t");
    }

    @Test
    void aWrongPasswordIsRefused() {
        for (var user : new String[] {"tallyport", "postgres"}) {
            assertThatThrownBy(() -> ask(database.jdbcUrl(), user, "wrong", "select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void nobodyIsTrustedWithoutAPassword() throws IOException {
        var rules = Files.readAllLines(folder.resolve("database/pg_hba.conf"));

        assertThat(rules)
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    @Test
    void theApplicationOwnsItsDatabaseAndNothingElse() throws SQLException {
        var rights =
                ask(
                        database,
                        "select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls from pg_roles where rolname = current_user");
        var owner =
                ask(
                        database,
                        "select pg_get_userbyid(datdba) from pg_database where datname = current_database()");

        assertThat(rights).isEqualTo("f");
        assertThat(owner).isEqualTo("tallyport");
    }

    @Test
    void onlyThisMachineCanReachIt() throws Exception {
        var port = URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
        var others =
                Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress())
                        .toList();

        assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(folder.resolve("database/postmaster.opts"))
                .content()
                .contains("\"unix_socket_directories=\"");
        new Socket(InetAddress.ofLiteral("127.0.0.1"), port).close();
        for (var address : others) {
            assertThatThrownBy(() -> new Socket(address, port)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theFolderAndThePasswordsAreItsOwnersAlone() throws IOException {
        var credentials = folder.resolve("database.credentials");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("database.password")).doesNotExist();
    }

    @Test
    void aSecondInstanceIsRefusedAndToldWhoTheFirstOneIs() throws SQLException {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, InstantSource.system()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid());
        assertThat(ask(database, "select 1")).isEqualTo("1");
    }

    @Test
    void anotherFolderIsAnotherInstance() throws IOException {
        var other = freshFolder();

        try (var second = EmbeddedDatabase.start(other, InstantSource.system())) {
            assertThat(second.instanceName()).isNotEqualTo(database.instanceName());
            assertThat(second.password()).isNotEqualTo(database.password());
        }
        DataDirectory.deleteTree(other.resolveSibling(""));
    }

    @Test
    void aServerLeftBehindIsStoppedAndItsDataKept() throws Exception {
        var other = freshFolder();
        var name = killAnInstanceOver(other);
        var left = ProcessHandle.of(postmaster(other)).orElseThrow();
        var wasServer = isServer(left);

        try (var again = EmbeddedDatabase.start(other, InstantSource.system())) {
            assertThat(wasServer).isTrue();
            assertThat(isServer(left)).isFalse();
            assertThat(ask(again, "select answer from kept")).isEqualTo("42");
            assertThat(again.instanceName()).isEqualTo(name);
        }
        DataDirectory.deleteTree(other.resolveSibling(""));
    }

    /// A process that has ended stays alive by name until somebody asks for its exit code.
    private static boolean isServer(ProcessHandle process) {
        return process.info().command().filter(command -> command.contains("postgres")).isPresent();
    }

    private static String killAnInstanceOver(Path folder) throws Exception {
        var process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledInstance.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(folder.resolveSibling("killed").toFile())
                        .start();
        assertThat(process.waitFor()).isEqualTo(9);
        return Files.readString(folder.resolveSibling("killed"), StandardCharsets.UTF_8).strip();
    }

    @Test
    void aPidFileThatNamesSomeOtherProcessDoesNotMatter() throws Exception {
        var other = freshFolder();
        EmbeddedDatabase.start(other, InstantSource.system()).close();
        var stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(
                other.resolve("database/postmaster.pid"),
                "%d%n%s%n1%n5432%n%n127.0.0.1%n%nready%n"
                        .formatted(stranger.pid(), other.resolve("database")));

        try (var again = EmbeddedDatabase.start(other, InstantSource.system())) {
            assertThat(ask(again, "select 1")).isEqualTo("1");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
        DataDirectory.deleteTree(other.resolveSibling(""));
    }

    @Test
    void anEmptyPidFileDoesNotMatter() throws Exception {
        var other = freshFolder();
        EmbeddedDatabase.start(other, InstantSource.system()).close();
        Files.writeString(other.resolve("database/postmaster.pid"), "");

        try (var again = EmbeddedDatabase.start(other, InstantSource.system())) {
            assertThat(ask(again, "select 1")).isEqualTo("1");
        }
        DataDirectory.deleteTree(other.resolveSibling(""));
    }

    @Test
    void aSetUpThatWasCutShortIsBegunAgain() throws Exception {
        var other = freshFolder();
        EmbeddedDatabase.start(other, InstantSource.system()).close();
        Files.delete(other.resolve("database/tallyport-ready"));
        Files.delete(other.resolve("database/postgresql.conf"));

        try (var again = EmbeddedDatabase.start(other, InstantSource.system())) {
            assertThat(ask(again, "select 1")).isEqualTo("1");
        }
        DataDirectory.deleteTree(other.resolveSibling(""));
    }

    @Test
    void aDatabaseThatSomebodyElseMadeIsRefusedAndLeftAsItIs() throws IOException {
        var other = freshFolder();
        Files.createDirectories(other.resolve("database"));
        Files.writeString(other.resolve("database/PG_VERSION"), "18");

        assertThatThrownBy(() -> EmbeddedDatabase.start(other, InstantSource.system()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("is not a database that this Tallyport made");
        assertThat(other.resolve("database/PG_VERSION")).hasContent("18");
        DataDirectory.deleteTree(other.resolveSibling(""));
    }

    @Test
    void aServerThatDoesNotStartSaysWhy() throws IOException {
        var other = freshFolder();
        EmbeddedDatabase.start(other, InstantSource.system()).close();
        Files.writeString(other.resolve("database/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(other, InstantSource.system()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("did not start")
                .hasMessageContaining("PostgreSQL version 17");
        DataDirectory.deleteTree(other.resolveSibling(""));
    }

    @Test
    void closingTwiceIsClosingOnce(@TempDir Path parent) throws IOException {
        var other = parent.resolve("data");
        var closing = EmbeddedDatabase.start(other, InstantSource.system());

        closing.close();
        closing.close();

        assertThat(other.resolve("database/postmaster.pid")).doesNotExist();
        InstanceLock.acquire(DataDirectory.open(other), InstantSource.system().instant()).close();
    }
}

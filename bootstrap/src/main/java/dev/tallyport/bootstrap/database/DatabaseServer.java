package dev.tallyport.bootstrap.database;

import dev.tallyport.bootstrap.startup.StartRefusedException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One PostgreSQL server over one database folder, reachable from this machine only.
final class DatabaseServer {

    private static final Logger LOG = System.getLogger(DatabaseServer.class.getName());
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(5);
    private static final int LINES_SHOWN = 5;

    /// Given on the command line, so that no configuration file weakens them.
    private static final Map<String, String> CONFIGURATION =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("fsync", "on"),
                            Map.entry("synchronous_commit", "on"),
                            Map.entry("full_page_writes", "on"),
                            Map.entry("listen_addresses", "127.0.0.1"),
                            Map.entry("unix_socket_directories", ""),
                            Map.entry("password_encryption", "scram-sha-256"),
                            Map.entry("timezone", "UTC"),
                            Map.entry("log_timezone", "UTC"),
                            Map.entry("logging_collector", "on"),
                            Map.entry("log_directory", "log"),
                            Map.entry("log_filename", "postgresql-%a.log"),
                            Map.entry("log_rotation_age", "1d"),
                            Map.entry("log_truncate_on_rotation", "on"),
                            Map.entry("log_file_mode", "0600")));

    private final PostgresBinaries binaries;
    private final Path folder;
    private final Path output;

    DatabaseServer(PostgresBinaries binaries, Path folder, Path output) {
        this.binaries = binaries;
        this.folder = folder;
        this.output = output;
    }

    /// Fills the empty folder. From the first moment on nobody gets in without a password.
    void initialize(Credentials credentials) throws IOException {
        var password = folder.resolveSibling("database.password");
        DataDirectory.write(password, credentials.superuser() + "\n");
        try {
            var arguments =
                    List.of(
                            "--pgdata=" + folder,
                            "--username=postgres",
                            "--auth=scram-sha-256",
                            "--pwfile=" + password,
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8");
            if (!binaries.run(output, INITDB_LIMIT, "initdb", arguments)) {
                throw refused("The embedded database could not be set up in %s");
            }
        } finally {
            Files.deleteIfExists(password);
        }
    }

    /// Returns when the server accepts connections.
    ///
    /// @return its port
    int start() throws IOException {
        var port = freePort();
        var configuration =
                CONFIGURATION.entrySet().stream()
                        .map(entry -> "-c " + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
        var arguments =
                List.of(
                        "start",
                        "--pgdata=" + folder,
                        "--wait",
                        "--timeout=" + START_LIMIT.toSeconds(),
                        "--options=-p " + port + " " + configuration);
        if (!binaries.run(output, START_LIMIT.plusSeconds(10), "pg_ctl", arguments)) {
            stop();
            throw refused("The embedded database in %s did not start");
        }
        return port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /// Ends the server in order, rolling back what is under way. A server that is not running is
    /// stopped.
    ///
    /// @return whether it is stopped; one that is not goes on stopping by itself
    boolean stop() throws IOException {
        if (postmaster().isEmpty()) {
            return true;
        }
        var arguments =
                List.of(
                        "stop",
                        "--pgdata=" + folder,
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + STOP_LIMIT.toSeconds());
        return binaries.run(output, STOP_LIMIT.plusSeconds(5), "pg_ctl", arguments);
    }

    /// Stops a server whose Tallyport was killed, and makes sure that what another such left behind
    /// does not keep a new one from starting. Call it only while holding the folder's lock.
    void stopLeftBehind() throws IOException {
        var left = postmaster();
        if (left.isPresent()) {
            LOG.log(
                    Level.WARNING,
                    "stopping a database server that was left behind: process={0} folder={1}",
                    Long.toString(left.get().pid()),
                    folder);
            if (!stop()) {
                throw new StartRefusedException(
                        "A database server that an earlier Tallyport left behind in %s (process %d) did not stop within %d seconds. Stop it, and start Tallyport again."
                                .formatted(folder, left.get().pid(), STOP_LIMIT.toSeconds()));
            }
        } else if (Files.exists(pidFile())
                && recordedPid().stream().allMatch(DatabaseServer::isAlive)) {
            // PostgreSQL would take any live process of that number for its own kind, and an empty
            // file for a reason to give up
            Files.delete(pidFile());
        }
    }

    /// The server that runs over this folder. Another process that has come to bear the number in
    /// the pid file is none.
    private Optional<ProcessHandle> postmaster() throws IOException {
        return recordedPid()
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(this::servesThisFolder);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private Optional<Long> recordedPid() throws IOException {
        if (Files.notExists(pidFile())) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile()).stream()
                .findFirst()
                .filter(line -> line.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private Path pidFile() {
        return folder.resolve("postmaster.pid");
    }

    private boolean servesThisFolder(ProcessHandle process) {
        var commandLine =
                process.info()
                        .arguments()
                        .map(arguments -> String.join(" ", arguments))
                        .or(() -> process.info().commandLine())
                        .orElse("");
        var program = process.info().command().orElse("");
        return program.contains("postgres") && commandLine.contains(folder.toString());
    }

    private StartRefusedException refused(String what) {
        return new StartRefusedException(
                "%s: %s. See %s and the folder 'log' in it."
                        .formatted(what.formatted(folder), lastWords(), output));
    }

    private String lastWords() {
        try {
            var words = lastLines(output);
            var logs = folder.resolve("log");
            if (Files.isDirectory(logs)) {
                try (var files = Files.list(logs)) {
                    var latest = files.max((a, b) -> Long.compare(modified(a), modified(b)));
                    if (latest.isPresent()) {
                        words = words + " | " + lastLines(latest.get());
                    }
                }
            }
            return words;
        } catch (IOException e) {
            return "its output cannot be read, " + e.getMessage();
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }

    private static String lastLines(Path file) throws IOException {
        var lines = Files.readString(file).lines().filter(line -> !line.isBlank()).toArray();
        return Arrays.stream(lines)
                .skip(Math.max(0, lines.length - LINES_SHOWN))
                .map(Object::toString)
                .collect(Collectors.joining(" | "));
    }
}

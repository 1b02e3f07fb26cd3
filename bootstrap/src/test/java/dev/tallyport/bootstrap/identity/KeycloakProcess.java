package dev.tallyport.bootstrap.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The distribution that Maven unpacked, run with the JDK of the tests and a database in memory.
/// What `build` made of it is kept beside it, so that only the first start after a `clean` takes
/// long. Its output goes to `target/keycloak.log`.
final class KeycloakProcess {

    static final String ADMINISTRATOR = "administrator-of-the-tests";
    static final String ADMINISTRATOR_SECRET = "secret-of-the-administrator-of-the-tests";

    private static final List<String> REALMS = List.of("tallyport", "other");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LINES_OF_LOG_SHOWN = 60;

    /// Reads its standard input, which nobody writes, until the tests' JVM closes it or is gone,
    /// however that came about, and takes Keycloak along.
    private static final String UNTIL_STDIN_ENDS =
            """
            exec 3<&0
            (cat <&3; kill -9 $$) >/dev/null 2>&1 &
            exec "$@" 3<&- </dev/null
            """;

    private final Path home;
    private final Path log;

    private KeycloakProcess(Path home, Path log) {
        this.home = home;
        this.log = log;
    }

    /// @return its address, as soon as it has all its realms
    static URI start() {
        var home = System.getProperty("keycloak.home");
        if (home == null) {
            throw new IllegalStateException(
                    "no system property keycloak.home: Maven sets it, having unpacked Keycloak"
                            + " (./mvnw verify -pl bootstrap -am)");
        }
        try {
            return new KeycloakProcess(Path.of(home), Path.of("target", "keycloak.log")).run();
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak cannot be started from " + home, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Keycloak was starting", e);
        }
    }

    private URI run() throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        Files.createDirectories(log.toAbsolutePath().getParent());
        Files.deleteIfExists(log);
        build(until);
        importAtStart();
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var address = URI.create("http://127.0.0.1:" + port);
        var keycloak =
                launch(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + address);
        awaitRealms(keycloak, address, until);
        return address;
    }

    private void build(long until) throws IOException, InterruptedException {
        var built = home.resolve("built-for-tests");
        if (Files.exists(built)) {
            return;
        }
        var build = launch("build", "--db=dev-mem");
        if (!build.waitFor(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw failure("did not finish its build", build);
        }
        if (build.exitValue() != 0) {
            throw failure("did not build and ended with " + build.exitValue(), build);
        }
        Files.createFile(built);
    }

    private void importAtStart() throws IOException {
        var folder = Files.createDirectories(home.resolve("data/import"));
        for (var realm : REALMS) {
            var file = realm + "-realm.json";
            try (var json = resource("/keycloak/" + file)) {
                Files.copy(json, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static InputStream resource(String path) {
        var found = KeycloakProcess.class.getResourceAsStream(path);
        if (found == null) {
            throw new IllegalStateException("no resource " + path);
        }
        return found;
    }

    /// What `kc.sh` does, without a shell that would stand between us and Keycloak.
    private Process launch(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", UNTIL_STDIN_ENDS, "keycloak"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-cp",
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", ADMINISTRATOR);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", ADMINISTRATOR_SECRET);
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(process)));
        return process;
    }

    private void awaitRealms(Process keycloak, URI address, long until)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (var realm : REALMS) {
                var request =
                        HttpRequest.newBuilder(address.resolve("/realms/" + realm))
                                .timeout(Duration.ofSeconds(20))
                                .build();
                while (!answers(client, request)) {
                    if (!keycloak.isAlive()) {
                        throw failure("ended with " + keycloak.exitValue(), keycloak);
                    }
                    if (System.nanoTime() > until) {
                        throw failure("does not answer " + request.uri(), keycloak);
                    }
                    Thread.sleep(50);
                }
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request)
            throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private IllegalStateException failure(String what, Process process) throws IOException {
        kill(process);
        var lines = Files.readAllLines(log);
        var tail = lines.subList(Math.max(0, lines.size() - LINES_OF_LOG_SHOWN), lines.size());
        return new IllegalStateException(
                "Keycloak %s, given %s. The end of %s:%n%s"
                        .formatted(what, PATIENCE, log, String.join(System.lineSeparator(), tail)));
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

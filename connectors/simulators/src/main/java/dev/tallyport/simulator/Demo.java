package dev.tallyport.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Tallyport with a sample enterprise: simulated vendors in processes of their own, which end with
/// this one, and Tallyport itself in this process, which ends with the one that started it. Run
/// with Tallyport's runner on the class path.
public final class Demo {

    /// With every right, for whoever tries the demo.
    public static final String KEY = "tallyport-demo-key-read-everything";

    private static final String PASSWORD = "tallyport-demo";
    private static final String VENDOR_KEY = "cog_demo_of_a_simulated_vendor";
    private static final String CODEMIE_TOKEN = "demo-of-a-simulated-codemie";
    private static final String RUNNER = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

    private Demo() {}

    /// @param arguments the folder for the sample's data
    public static void main(String[] arguments) throws Exception {
        endWithParent();
        var vendor = startVendor("devin", VENDOR_KEY);
        var codeMie = startVendor("codemie", CODEMIE_TOKEN);
        var address = readAddress(vendor);
        var codeMieAddress = readAddress(codeMie);
        set("quarkus.http.host", "localhost");
        set("tallyport.data-dir", Path.of(arguments[0]).toAbsolutePath().toString());
        set("tallyport.bootstrap-key", KEY);
        set("tallyport.admin.password", PASSWORD);
        set("tallyport.rates.acu", "2.25 USD");
        set("tallyport.sources.acme.connector", "devin");
        set("tallyport.sources.acme.every", "PT1M");
        set("tallyport.sources.acme.settings.base-url", address);
        set("tallyport.sources.acme.settings.api-key", VENDOR_KEY);
        set("tallyport.sources.codemie.connector", "codemie");
        set("tallyport.sources.codemie.every", "PT5M");
        set("tallyport.sources.codemie.settings.base-url", codeMieAddress);
        set("tallyport.sources.codemie.settings.token", CODEMIE_TOKEN);
        Thread.ofVirtual().start(() -> announce(address, codeMieAddress));
        Class.forName(RUNNER)
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[0]);
    }

    /// What the environment says stays.
    private static void set(String key, String value) {
        var variable = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        if (System.getenv(variable) == null && System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }

    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        Thread.ofVirtual()
                                .start(() -> {
                                    parent.onExit().join();
                                    System.exit(0);
                                }));
    }

    /// Its standard input is a pipe of this process: however this one ends, the vendor notices.
    private static Process startVendor(String vendor, String key) throws IOException {
        var classes =
                Path.of(
                        URI.create(
                                Demo.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()));
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        Stream.of(
                                        java.toString(),
                                        "-cp",
                                        classes.toString(),
                                        Main.class.getName(),
                                        "--vendor",
                                        vendor,
                                        "--key",
                                        key,
                                        "--seed",
                                        "7",
                                        "--latency-ms",
                                        "5")
                                .toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String readAddress(Process vendor) throws IOException {
        var line =
                new BufferedReader(
                                new InputStreamReader(
                                        vendor.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
        if (line == null) {
            throw new IllegalStateException("the simulated vendor did not start");
        }
        return line.substring(line.indexOf("http"));
    }

    private static void announce(String vendor, String codeMie) {
        var address = "http://localhost:" + port();
        if (!isReadyWithin(STARTS_WITHIN, URI.create(address + "/q/health/ready"))) {
            return;
        }
        signUp(address, vendor);
        System.out.println(
                """

                Tallyport runs at %1$s and reads a sample enterprise from a simulated Devin at %2$s
                and, for the same people, a simulated CodeMie at %6$s.
                Sign in there          %7$s,
                                       all with the password %5$s
                Ask with the key       %3$s
                Watch the first sync   curl -s -H 'Authorization: Bearer %3$s' %1$s/api/v1/sources
                Ask for consumption    curl -s -H 'Authorization: Bearer %3$s' %1$s/v2/enterprise/consumption/daily
                Ask the vendor itself  curl -s -H 'Authorization: Bearer %4$s' %2$s/v2/enterprise/consumption/daily
                Stop with Ctrl-C.
                """
                        .formatted(
                                address,
                                vendor,
                                KEY,
                                VENDOR_KEY,
                                PASSWORD,
                                codeMie,
                                String.join(", ", SampleAccounts.LOGINS)));
    }

    private static void signUp(String address, String vendor) {
        try (var client = HttpClient.newHttpClient()) {
            new SampleAccounts(
                            new JsonClient(client, address, KEY),
                            new JsonClient(client, vendor, VENDOR_KEY))
                    .signUp(PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String port() {
        return Optional.ofNullable(System.getProperty("quarkus.http.port"))
                .or(() -> Optional.ofNullable(System.getenv("QUARKUS_HTTP_PORT")))
                .orElse("8080");
    }

    private static boolean isReadyWithin(Duration patience, URI health) {
        var until = System.nanoTime() + patience.toNanos();
        var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < until) {
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return true;
                    }
                } catch (IOException _) {
                    // Not listening yet.
                }
                Thread.sleep(200);
            }
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

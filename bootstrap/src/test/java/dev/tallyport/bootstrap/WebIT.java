package dev.tallyport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real browser uses the pages of the running demo. What it does there is written beside the
/// pages, in `adapters/web/src/main/webui/e2e`.
final class WebIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGES = ROOT.resolve("adapters/web/src/main/webui");

    /// A minute is usual; machines that have other work need more.
    private static final Duration FIRST_SYNC_WITHIN = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofMinutes(45);

    @Test
    void peopleCanUseThePagesInABrowser(@TempDir Path folder) throws Exception {
        var log = Path.of("target", "web-demo.log");
        try (var demo = RunningTallyport.startDemo(log, folder)) {
            for (var source : List.of("acme", "codemie")) {
                demo.await(
                        "/api/v1/sources/" + source,
                        state -> state.path("lastCompleteAt").isTextual(),
                        FIRST_SYNC_WITHIN);
            }

            var failed = playwright(demo.address());

            assertThat(failed).as("what failed is above in full, with its traces' names").isEmpty();
        }
    }

    /// @return what failed, or all that was said where nothing could be tried
    private static List<String> playwright(URI address) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                                "sh",
                                ROOT.resolve(".mvn/run-node.sh").toString(),
                                "node_modules/@playwright/test/cli.js",
                                "test")
                        .directory(PAGES.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("BASE_URL", address.toString());
        if (System.getProperty("screenshots") != null) {
            builder.environment().put("SCREENSHOTS", ROOT.resolve("docs/screenshots").toString());
        }
        var process = builder.start();
        var said = new CopyOnWriteArrayList<String>();
        var reader =
                Thread.ofVirtual()
                        .start(() ->
                                process.inputReader(UTF_8)
                                        .lines()
                                        .forEach(line -> {
                                            System.out.println(line);
                                            said.add(line);
                                        }));
        try {
            if (!process.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES)) {
                return List.of("playwright did not end within " + LONGEST);
            }
            reader.join();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() == 0) {
            return List.of();
        }
        var summary = said.stream().dropWhile(line -> !line.matches(" *[0-9]+ failed")).toList();
        return summary.isEmpty() ? said : summary;
    }
}

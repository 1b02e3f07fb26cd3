package dev.tallyport.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-20T12:00:00Z"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Main main =
            new Main(
                    new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8), CLOCK);

    @Test
    void addressIsPrintedAndTheProgramEndsWithItsInput() {
        int code =
                main.run(
                        List.of("--key", "cog_x", "--people", "5", "--cycles", "2", "--seed", "7"),
                        InputStream.nullInputStream());

        assertThat(code).isZero();
        assertThat(out.toString(UTF_8))
                .matches("simulated Devin at http://127\\.0\\.0\\.1:\\d+\\R");
        assertThat(errors.toString(UTF_8)).isEmpty();
    }

    @Test
    void codeMieIsSimulatedInstead() {
        int code =
                main.run(
                        List.of("--vendor codemie --key x --people 5 --cycles 1".split(" ", -1)),
                        InputStream.nullInputStream());

        assertThat(code).isZero();
        assertThat(out.toString(UTF_8))
                .matches("simulated CodeMie at http://127\\.0\\.0\\.1:\\d+/code-assistant-api\\R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 0 | expected --key",
                "--key | expected a value after --key",
                "--key x --colour red | found '--colour'",
                "--key x --vendor other | expected --vendor with devin or codemie, found 'other'",
                "--key x --people many | expected --people with a whole number from 1 to",
                "--key x --port 70000 | expected --port with a whole number from 0 to 65535",
                "--key x --as-of today | expected --as-of with an instant such as",
            })
    void wrongArgumentsAreExplained(String arguments, String explanation) {
        int code = main.run(List.of(arguments.split(" ", -1)), InputStream.nullInputStream());

        assertThat(code).isEqualTo(2);
        assertThat(errors.toString(UTF_8)).contains(explanation);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void processRunsUntilItsParentClosesTheInput() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes =
                Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                classes.toString(),
                                Main.class.getName(),
                                "--key",
                                "cog_x",
                                "--cycles",
                                "2")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var output = process.inputReader(UTF_8)) {
            assertThat(output.readLine()).startsWith("simulated Devin at http://127.0.0.1:");
            assertThat(process.isAlive()).isTrue();

            process.getOutputStream().close();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}

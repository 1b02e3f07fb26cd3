package dev.tallyport.connector.described;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.described.StubVendor.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckFileTest {

    private static final String TWENTY_ONE =
            "{\"sales\":["
                    + IntStream.range(0, 21)
                            .mapToObj(i -> sale("u" + i, "1.50"))
                            .collect(Collectors.joining(","))
                    + "]}";

    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private static String sale(String who, String count) {
        return "{\"day\":\"2026-09-09\",\"who\":\"%s\",\"count\":%s}".formatted(who, count);
    }

    @BeforeEach
    void describe() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), Shop.YAML);
        Files.writeString(folder.resolve("key"), "s3cr3t\n");
    }

    private int run(String... arguments) {
        return new CheckFile(
                        Map.of("SHOP_KEY", "s3cr3t"),
                        () -> Shop.NOW,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(errors, true, UTF_8))
                .run(List.of(arguments));
    }

    private int check(String answer, String... options) {
        try (var vendor = new StubVendor(_ -> Answer.ok(answer))) {
            var arguments =
                    Stream.concat(
                            Stream.of(
                                    folder.resolve("shop.yaml").toString(),
                                    "--set",
                                    "base-url=" + vendor.address()),
                            Stream.of(options));
            return run(arguments.toArray(String[]::new));
        }
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String errors() {
        return errors.toString(UTF_8);
    }

    @Test
    void theFirstTwentyFactsAreShownAndAllAreCounted() {
        int code = check(TWENTY_ONE, "--set-env", "key=SHOP_KEY");

        assertThat(code).isZero();
        assertThat(out())
                .startsWith("Shop (shop), asked from 2026-09-09T00:00:00Z to 2026-09-11T00:00:00Z")
                .contains("user=u19")
                .doesNotContain("user=u20")
                .containsPattern("2026-09-09T00:00:00Z +sold +1.5 +piece +user=u0")
                .contains("20 of 21 facts shown, 0 rejects")
                .contains("complete: sold from 2026-09-09T00:00:00Z to 2026-09-11T00:00:00Z");
        assertThat(errors()).isEmpty();
    }

    @Test
    void aWindowMayBeChosen() {
        int code =
                check(
                        "{\"sales\":[]}",
                        "--set",
                        "key=@" + folder.resolve("key"),
                        "--from",
                        "2026-09-01",
                        "--to",
                        "2026-09-02");

        assertThat(code).isZero();
        assertThat(out()).contains("asked from 2026-09-01T00:00:00Z to 2026-09-02T00:00:00Z");
    }

    @Test
    void rejectsAreShownWithTheirPlaceAndFail() {
        int code =
                check(
                        "{\"sales\":[%s]}".formatted(sale("ada", "null")),
                        "--set-env",
                        "key=SHOP_KEY");

        assertThat(code).isEqualTo(1);
        assertThat(out())
                .contains("reject: GET /sales?kind=all&from=2026-09-09&to=2026-09-11")
                .contains("$.sales[0].count: expected a number, found nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"001b", "009b", "202e", "2066", "200f", "2028"})
    void whatAVendorSaysDoesNotSteerTheTerminal(String code) {
        check(
                "{\"sales\":[%s]}".formatted(sale("\\u" + code + "[2J", "1")),
                "--set-env",
                "key=SHOP_KEY");

        assertThat(out())
                .contains("user= [2J")
                .doesNotContain(Character.toString(Integer.parseInt(code, 16)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"001b", "009b", "202e", "2066", "200f", "2028"})
    void whatAVendorRefusesWithDoesNotSteerTheTerminal(String code) {
        var refusal = new Answer(401, "{\"detail\":\"no\\u" + code + "way\"}", "");
        try (var vendor = new StubVendor(_ -> refusal)) {
            run(
                    folder.resolve("shop.yaml").toString(),
                    "--set",
                    "base-url=" + vendor.address(),
                    "--set-env",
                    "key=SHOP_KEY");
        }

        assertThat(errors()).contains("no way");
    }

    @Test
    void aVendorThatRefusesIsToldWithoutTheSecret() {
        int code;
        try (var vendor = new StubVendor(_ -> new Answer(401, "{\"detail\":\"not s3cr3t\"}", ""))) {
            code =
                    run(
                            folder.resolve("shop.yaml").toString(),
                            "--set",
                            "base-url=" + vendor.address(),
                            "--set-env",
                            "key=SHOP_KEY");
        }

        assertThat(code).isEqualTo(1);
        assertThat(errors()).startsWith("UNAUTHORIZED: GET /sales").contains("not ***");
        assertThat(out() + errors()).doesNotContain("s3cr3t");
    }

    @Test
    void settingsThatAreMissingUnknownOrWrongAreAllToldWithoutTheirValues() {
        int code =
                run(
                        folder.resolve("shop.yaml").toString(),
                        "--set",
                        "base-url=ftp://s3cr3t",
                        "--set",
                        "colour=s3cr3t");

        assertThat(code).isEqualTo(1);
        assertThat(errors().lines()).hasSize(3);
        assertThat(errors())
                .contains("setting 'base-url': expected an address")
                .contains("setting 'key': expected a value, found no value. The key.")
                .contains("setting 'colour': expected one of")
                .doesNotContain("s3cr3t");
    }

    @Test
    void everyProblemOfAFileIsTold() throws IOException {
        var file = folder.resolve("shop.yaml");
        Files.writeString(
                file, Shop.YAML.replace("days: 2", "days: 0").replace("id: shop", "id: S"));

        int code = run(file.toString());

        assertThat(code).isEqualTo(2);
        assertThat(errors())
                .contains("shop.yaml:2: id: expected")
                .contains("shop.yaml:22: requests.sales.window.days: expected")
                .contains("2 to mend.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', expected a FILE",
        "a b, expected one FILE",
        "a --sett key=s3cr3t, expected an option that exists",
        "a --set, --set: expected a value after it",
        "a --set s3cr3t, --set: expected KEY=",
        "a --set key=@gone/s3cr3t, --set key: expected a file that can be read",
        "a --set-env key=GONE, --set-env key: expected an environment variable",
        "a --set key=1 --set key=2, expected one value for 'key'",
        "a --from yesterday, --from: expected a date such as 2026-09-01",
        "gone.yaml, gone.yaml: expected a file that can be read"
    })
    void aCommandLineThatIsWrongIsToldWithoutValues(String line, String reason) {
        int code =
                run(
                        Stream.of(line.split(" "))
                                .filter(word -> !word.isEmpty())
                                .toArray(String[]::new));

        assertThat(code).isEqualTo(2);
        assertThat(errors()).startsWith(reason).doesNotContain("s3cr3t");
    }

    @Test
    void aWindowInTheFutureIsRefused() {
        int code =
                check(
                        "{}",
                        "--set-env",
                        "key=SHOP_KEY",
                        "--from",
                        "2026-09-11",
                        "--to",
                        "2026-09-12");

        assertThat(code).isEqualTo(2);
        assertThat(errors()).contains("expected --from before --to");
    }

    @Test
    void helpHelps() {
        int code = run("--help");

        assertThat(code).isZero();
        assertThat(out()).contains("--set-env KEY=VARIABLE").contains("Exits with 0");
    }
}

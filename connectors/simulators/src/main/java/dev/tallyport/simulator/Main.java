package dev.tallyport.simulator;

import dev.tallyport.simulator.codemie.CodeMieCompany;
import dev.tallyport.simulator.codemie.CodeMieOptions;
import dev.tallyport.simulator.codemie.CodeMieSimulator;
import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.SimulatorOptions;
import dev.tallyport.simulator.devin.Sizes;
import dev.tallyport.simulator.http.VendorServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Runs a simulated vendor for as long as its standard input is open, so that it ends with the
/// program that started it.
public final class Main {

    private static final List<String> ARGUMENTS =
            List.of("vendor", "port", "seed", "people", "cycles", "latency-ms", "key", "as-of");

    private static final int FINE = 0;
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream errors;
    private final InstantSource clock;

    Main(PrintStream out, PrintStream errors, InstantSource clock) {
        this.out = out;
        this.errors = errors;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        System.exit(
                new Main(System.out, System.err, Clock.systemUTC())
                        .run(List.of(arguments), System.in));
    }

    int run(List<String> arguments, InputStream parent) {
        try (var vendor = vendor(parse(arguments))) {
            vendor.start();
            out.println(
                    switch (vendor) {
                        case CodeMieSimulator codeMie -> "simulated CodeMie at " + codeMie.apiUri();
                        default -> "simulated Devin at " + vendor.baseUri();
                    });
            out.flush();
            parent.transferTo(PrintStream.nullOutputStream());
            return FINE;
        } catch (IllegalArgumentException misuse) {
            errors.println(misuse.getMessage());
            return MISUSED;
        } catch (IOException failure) {
            errors.println("cannot serve on 127.0.0.1: " + failure.getMessage());
            return BROKEN;
        }
    }

    private VendorServer vendor(Map<String, String> given) {
        if (!given.containsKey("key")) {
            throw new IllegalArgumentException(
                    "expected --key with the key that clients send, such as --key cog_demo");
        }
        var port = whole(given, "port", 0, 0, 65_535);
        var latency = Duration.ofMillis(whole(given, "latency-ms", 0, 0, 600_000));
        var sizes =
                Sizes.standard()
                        .withPeople(whole(given, "people", 200, 1, 100_000))
                        .withCycles(whole(given, "cycles", 18, 1, 600));
        var seed = parsed(given, "seed", "a whole number", Long::valueOf, 1L);
        var asOf =
                parsed(
                        given,
                        "as-of",
                        "an instant such as 2026-06-20T12:00:00Z",
                        Instant::parse,
                        clock.instant());
        var key = given.getOrDefault("key", "");
        var enterprise = DevinEnterprise.generate(seed, asOf, sizes);
        var vendor = given.getOrDefault("vendor", "devin");
        return switch (vendor) {
            case "devin" ->
                    new DevinSimulator(
                            enterprise,
                            SimulatorOptions.of(key).withPort(port).withLatency(latency));
            case "codemie" ->
                    new CodeMieSimulator(
                            CodeMieCompany.generate(seed, asOf, enterprise),
                            CodeMieOptions.of(key).withPort(port).withLatency(latency),
                            given.containsKey("as-of") ? InstantSource.fixed(asOf) : clock);
            default ->
                    throw new IllegalArgumentException(
                            "expected --vendor with devin or codemie, found '" + vendor + "'");
        };
    }

    private static Map<String, String> parse(List<String> arguments) {
        var given = new HashMap<String, String>();
        for (int index = 0; index < arguments.size(); index += 2) {
            var argument = arguments.get(index);
            if (!argument.startsWith("--") || !ARGUMENTS.contains(argument.substring(2))) {
                throw new IllegalArgumentException(
                        "expected --"
                                + String.join(", --", ARGUMENTS)
                                + ", each followed by its value, found '"
                                + argument
                                + "'");
            }
            if (index + 1 == arguments.size()) {
                throw new IllegalArgumentException("expected a value after " + argument);
            }
            given.put(argument.substring(2), arguments.get(index + 1));
        }
        return given;
    }

    private static int whole(
            Map<String, String> given, String name, int otherwise, int least, int most) {
        var expected = "a whole number from " + least + " to " + most;
        return parsed(
                given,
                name,
                expected,
                text -> {
                    int value = Integer.parseInt(text);
                    if (value < least || value > most) {
                        throw new NumberFormatException("out of range");
                    }
                    return value;
                },
                otherwise);
    }

    private static <T> T parsed(
            Map<String, String> given,
            String name,
            String expected,
            Function<String, T> parser,
            T otherwise) {
        var text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return parser.apply(text);
        } catch (NumberFormatException | DateTimeException invalid) {
            throw new IllegalArgumentException(
                    "expected --" + name + " with " + expected + ", found '" + text + "'", invalid);
        }
    }
}

package dev.tallyport.connector.described;

import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `tallyport connector check FILE`: tries a description against its vendor, shows what would be
/// stored, and stores nothing.
public final class CheckFile {

    private static final int DONE = 0;
    private static final int VENDOR_OR_SETTINGS = 1;
    private static final int FILE_OR_USAGE = 2;

    private static final String HELP =
            """
            usage: tallyport connector check FILE [option ...]

            Reads the description in FILE, asks its vendor for a few days, and shows the first 20
            facts, and all notes and rejects. Stores nothing.

              --set KEY=VALUE         gives a setting of the description a value
              --set KEY=@PATH         takes the value from a file
              --set-env KEY=VARIABLE  takes the value from an environment variable
              --from DATE             the first day to ask for, such as 2026-09-01
              --to DATE               the day after the last one; without both, yesterday and today
              --help                  shows this

            Give secrets by --set KEY=@PATH or --set-env: a command line is seen by others.

            Exits with 0 when everything was understood; 1 when the vendor refuses, does not answer
            or answers something else than described, or a setting is wrong; 2 when the file or the
            command line is wrong.
            """;

    private final Map<String, String> environment;
    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream errors;

    /// @param environment what `--set-env` chooses from
    public CheckFile(
            Map<String, String> environment,
            InstantSource clock,
            PrintStream out,
            PrintStream errors) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.out = out;
        this.errors = errors;
    }

    /// @param arguments what follows `connector check`
    /// @return the exit code
    public int run(List<String> arguments) {
        return switch (CheckArguments.parse(arguments, environment)) {
            case CheckArguments.Help() -> {
                out.print(HELP);
                yield DONE;
            }
            case CheckArguments.Wrong(var reason) -> {
                errors.println(reason);
                errors.println("See: tallyport connector check --help");
                yield FILE_OR_USAGE;
            }
            case CheckArguments.Check check -> read(check);
        };
    }

    private int read(CheckArguments.Check check) {
        try (var file = Files.newInputStream(Path.of(check.file()))) {
            var yaml = file.readNBytes(DescriptionReader.MOST_BYTES + 1);
            return switch (DescriptionReader.read(check.file(), yaml)) {
                case Parsed.Invalid(var problems) -> {
                    problems.forEach(errors::println);
                    errors.printf(Locale.ROOT, "%n%d to mend.%n", problems.size());
                    yield FILE_OR_USAGE;
                }
                case Parsed.Valid(var description, _) -> read(check, description);
            };
        } catch (IOException failure) {
            errors.println(
                    "%s: expected a file that can be read, found %s"
                            .formatted(check.file(), failure.getClass().getSimpleName()));
            return FILE_OR_USAGE;
        }
    }

    private int read(CheckArguments.Check check, Description description) {
        var wrong = SettingRules.problems(description.descriptor().settings(), check.settings());
        if (!wrong.isEmpty()) {
            wrong.forEach(errors::println);
            return VENDOR_OR_SETTINGS;
        }
        var now = clock.instant();
        var window = window(check, description, now);
        if (window.isEmpty()) {
            errors.println("expected --from before --to and not in the future");
            return FILE_OR_USAGE;
        }
        var vendors = new Vendors(clock, AddressRule.PUBLIC_AND_PRIVATE);
        var shown = new ShownFacts(description.descriptor(), out);
        out.printf(
                Locale.ROOT,
                "%s (%s), asked from %s to %s%n%n",
                description.descriptor().name(),
                description.descriptor().id(),
                window.get().start(),
                window.get().end());
        try {
            new DescribedConnector(description, vendors)
                    .read(
                            new Settings(check.settings()),
                            new ReadRequest(now, Optional.empty(), List.of())
                                    .withWindow(window.get()),
                            shown);
        } catch (ConnectorException failed) {
            shown.finish();
            errors.println(failed.kind() + ": " + ShownFacts.plain(failed.getMessage()));
            return VENDOR_OR_SETTINGS;
        }
        shown.finish();
        return shown.hasRejects() ? VENDOR_OR_SETTINGS : DONE;
    }

    /// Empty for what is no window up to today.
    private static Optional<Interval> window(
            CheckArguments.Check check, Description description, Instant now) {
        var zone = description.descriptor().dayZone();
        var tomorrow = LocalDate.ofInstant(now, zone).plusDays(1);
        var end = check.to().orElse(tomorrow);
        var first = check.from().orElse(end.minusDays(2));
        return first.isBefore(end) && first.isBefore(tomorrow)
                ? Optional.of(
                        new Interval(
                                first.atStartOfDay(zone).toInstant(),
                                end.atStartOfDay(zone).toInstant()))
                : Optional.empty();
    }
}

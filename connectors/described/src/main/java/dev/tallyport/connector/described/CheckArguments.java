package dev.tallyport.connector.described;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command line of [CheckFile].
sealed interface CheckArguments {

    record Help() implements CheckArguments {}

    /// @param reason names no value, which might be a secret
    record Wrong(String reason) implements CheckArguments {}

    /// Does not print the settings.
    record Check(
            String file,
            Map<String, String> settings,
            Optional<LocalDate> from,
            Optional<LocalDate> to)
            implements CheckArguments {

        public Check {
            settings = Map.copyOf(settings);
        }

        @Override
        public String toString() {
            return "Check[" + file + "]";
        }
    }

    static CheckArguments parse(List<String> arguments, Map<String, String> environment) {
        if (arguments.contains("--help")) {
            return new Help();
        }
        try {
            return new Reader(environment).check(arguments.iterator());
        } catch (Unusable unusable) {
            return new Wrong(unusable.reason);
        }
    }

    /// Ends reading the command line.
    final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        private Unusable(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }

    /// Reads one argument after the other.
    final class Reader {

        private final Map<String, String> environment;
        private final Map<String, String> settings = new HashMap<>();
        private Optional<String> file = Optional.empty();
        private Optional<LocalDate> from = Optional.empty();
        private Optional<LocalDate> to = Optional.empty();

        private Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        private Check check(Iterator<String> arguments) throws Unusable {
            while (arguments.hasNext()) {
                var argument = arguments.next();
                switch (argument) {
                    case "--set" -> set(value(argument, arguments));
                    case "--set-env" -> setFromEnvironment(value(argument, arguments));
                    case "--from" -> from = Optional.of(date(argument, arguments));
                    case "--to" -> to = Optional.of(date(argument, arguments));
                    default -> setFile(argument);
                }
            }
            var given = file.orElseThrow(() -> new Unusable("expected a FILE, found none"));
            return new Check(given, settings, from, to);
        }

        private void setFile(String argument) throws Unusable {
            if (argument.startsWith("-") || file.isPresent()) {
                throw new Unusable(
                        argument.startsWith("-")
                                ? "expected an option that exists, found another one"
                                : "expected one FILE, found a second one");
            }
            file = Optional.of(argument);
        }

        private void set(String assignment) throws Unusable {
            var parts = parts("--set", assignment);
            put(parts[0], parts[1].startsWith("@") ? contents(parts) : parts[1]);
        }

        private void setFromEnvironment(String assignment) throws Unusable {
            var parts = parts("--set-env", assignment);
            var value = environment.get(parts[1]);
            if (value == null) {
                throw new Unusable(
                        "--set-env %s: expected an environment variable, found none of that name"
                                .formatted(parts[0]));
            }
            put(parts[0], value);
        }

        private void put(String key, String value) throws Unusable {
            if (settings.put(key, value) != null) {
                throw new Unusable("expected one value for '%s', found two".formatted(key));
            }
        }

        private static String[] parts(String option, String assignment) throws Unusable {
            var parts = assignment.split("=", 2);
            if (parts.length != 2) {
                throw new Unusable(option + ": expected KEY=…, found no '='");
            }
            return parts;
        }

        private static String contents(String[] parts) throws Unusable {
            try {
                return Files.readString(Path.of(parts[1].substring(1))).strip();
            } catch (IOException failure) {
                throw new Unusable(
                        "--set %s: expected a file that can be read, found %s"
                                .formatted(parts[0], failure.getClass().getSimpleName()));
            }
        }

        private static LocalDate date(String option, Iterator<String> arguments) throws Unusable {
            try {
                return LocalDate.parse(value(option, arguments));
            } catch (DateTimeException _) {
                throw new Unusable(
                        option + ": expected a date such as 2026-09-01, found something else");
            }
        }

        private static String value(String option, Iterator<String> arguments) throws Unusable {
            if (!arguments.hasNext()) {
                throw new Unusable(option + ": expected a value after it, found none");
            }
            return arguments.next();
        }
    }
}

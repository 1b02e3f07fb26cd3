package dev.tallyport.application.source;

import dev.tallyport.connector.spi.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.TreeSet;

/// Whether a value is one that a setting can have, in words that show no secret.
record SettingRule(Setting setting) {

    private static final int COUNT_LIMIT = 1000;
    private static final int LONGEST = 8192;

    String expected() {
        return switch (setting.type()) {
            case TEXT -> "text that is not blank, of at most " + LONGEST + " characters";
            case URL -> "an absolute http or https address without user info, query and fragment";
            case COUNT -> "a whole number from 1 to " + COUNT_LIMIT;
            case DURATION -> "an ISO-8601 duration above zero such as 'PT15M'";
            case FLAG -> "'true' or 'false'";
            case PATH -> "an absolute path of a file or folder";
            case CHOICE -> "one of " + new TreeSet<>(setting.allowed());
        };
    }

    boolean accepts(String value) {
        if (value.length() > LONGEST) {
            return false;
        }
        return switch (setting.type()) {
            case TEXT -> !value.isBlank();
            case URL -> isAddress(value);
            case COUNT -> isCount(value);
            case DURATION -> isDuration(value);
            case FLAG -> value.equals("true") || value.equals("false");
            case PATH -> isAbsolutePath(value);
            case CHOICE -> setting.allowed().contains(value);
        };
    }

    /// What may be said of a value that is wrong. An address may hold a password or a token.
    String describe(String value) {
        return setting.secret()
                        || value.length() > LONGEST
                        || (setting.type() == Setting.Type.URL && value.matches("(?s).*[@?#].*"))
                ? "a value of %d characters".formatted(value.length())
                : "'" + value + "'";
    }

    private static boolean isDuration(String value) {
        try {
            return Duration.parse(value).isPositive();
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static boolean isCount(String value) {
        if (!value.matches("[0-9]{1,4}")) {
            return false;
        }
        var count = Integer.parseInt(value);
        return count >= 1 && count <= COUNT_LIMIT;
    }

    private static boolean isAbsolutePath(String value) {
        try {
            return Path.of(value).isAbsolute();
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static boolean isAddress(String value) {
        try {
            var address = new URI(value);
            return ("http".equalsIgnoreCase(address.getScheme())
                            || "https".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null
                    && address.getPort() <= 65_535
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}

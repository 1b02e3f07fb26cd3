package dev.tallyport.bootstrap.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Currency;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A key that stands for itself, all but those of sources.
public enum InstallationKey {
    DATA_DIR("data-dir", "a folder", false),
    SECRET_KEY("secret-key", "base64 of 32 bytes, as `openssl rand -base64 32` makes them", true),
    SECRET_KEY_PREVIOUS(
            "secret-key-previous",
            "former values of tallyport.secret-key, each base64 of 32 bytes, joined by commas",
            true),
    ADMIN_PASSWORD("admin.password", "a password that is not blank", true),
    BOOTSTRAP_KEY("bootstrap-key", "at least 32 visible ASCII characters without blanks", true),
    LOCAL_ACCOUNTS("local-accounts", "'on' or 'off'", false),
    PRIVATE_ADDRESSES("private-addresses", "'allow' or 'deny'", false),
    CONNECTORS_DIR("connectors-dir", "a folder", false),
    ANSWERS_KEEP("answers.keep", "an ISO-8601 duration such as 'P30D', 'PT0S' for none", false),
    QUERY_TIMEOUT(
            "query-timeout", "an ISO-8601 duration such as 'PT30S', from PT0.1S to PT1H", false),
    MAX_BODY_SIZE("max-body-size", "a size such as '64K' or '1M', below 10M", false),
    FILES_DIR("files-dir", "an absolute path of a folder", false),
    RATES_ACU("rates.acu", "an amount and a currency such as '2.25 USD'", false),
    /// What the running instance calls itself; set by Tallyport, not by people.
    INSTANCE("instance", "a name", false);

    private static final Pattern RATE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})? ([A-Z]{3})");
    private static final Pattern BODY_SIZE = Pattern.compile("[1-9][0-9]{0,3}K|[1-9]M");
    private static final int KEY_BYTES = 32;
    private static final Duration SHORTEST_QUERY = Duration.ofMillis(100);
    private static final Duration LONGEST_QUERY = Duration.ofHours(1);
    private static final Pattern BOOTSTRAP = Pattern.compile("[!-~]{32,}");

    private final String key;
    private final String expected;
    private final boolean secret;

    InstallationKey(String key, String expected, boolean secret) {
        this.key = GivenKey.PREFIX + key;
        this.expected = expected;
        this.secret = secret;
    }

    /// Its dotted name.
    public String key() {
        return key;
    }

    String expected() {
        return expected;
    }

    /// What may be said of a value that is wrong.
    String describe(String value) {
        return secret ? "a value of %d characters".formatted(value.length()) : "'" + value + "'";
    }

    public boolean accepts(String value) {
        return switch (this) {
            case DATA_DIR, CONNECTORS_DIR, ADMIN_PASSWORD, INSTANCE -> !value.isBlank();
            case SECRET_KEY -> isBase64OfAKey(value);
            case SECRET_KEY_PREVIOUS ->
                    Arrays.stream(value.split(",", -1))
                            .allMatch(key -> isBase64OfAKey(key.strip()));
            case FILES_DIR -> isAbsolutePath(value);
            case BOOTSTRAP_KEY -> BOOTSTRAP.matcher(value).matches();
            case LOCAL_ACCOUNTS -> value.equals("on") || value.equals("off");
            case PRIVATE_ADDRESSES -> value.equals("allow") || value.equals("deny");
            case ANSWERS_KEEP -> isDuration(value, kept -> !kept.isNegative());
            case MAX_BODY_SIZE -> BODY_SIZE.matcher(value).matches();
            case QUERY_TIMEOUT ->
                    isDuration(
                            value,
                            limit ->
                                    limit.compareTo(SHORTEST_QUERY) >= 0
                                            && limit.compareTo(LONGEST_QUERY) <= 0);
            case RATES_ACU -> isRate(value);
        };
    }

    private static boolean isBase64OfAKey(String value) {
        try {
            return Base64.getDecoder().decode(value).length == KEY_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isAbsolutePath(String value) {
        try {
            return Path.of(value).isAbsolute();
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static boolean isDuration(String value, Predicate<Duration> fits) {
        try {
            return fits.test(Duration.parse(value));
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static boolean isRate(String value) {
        var rate = RATE.matcher(value);
        return rate.matches()
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(rate.group(2)));
    }
}

package dev.tallyport.domain.flag;

import java.util.regex.Pattern;

/// A feature that is off unless switched on. Code asks by the constants here and by nothing else;
/// others can be set up for programs outside to ask for.
///
/// @param key lower-case letters, digits and dashes, at most 63 characters
public record Flag(String key) implements Comparable<Flag> {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /// Lets people who hold `ViewPersonalAnalytics` see their own consumption.
    public static final Flag EXPOSE_PERSONAL_ANALYTICS = new Flag("expose-personal-analytics");

    public Flag {
        if (!isKey(key)) {
            throw new IllegalArgumentException(
                    "A flag's key is lower-case letters, digits and dashes, found '" + key + "'.");
        }
    }

    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    @Override
    public int compareTo(Flag other) {
        return key.compareTo(other.key);
    }
}

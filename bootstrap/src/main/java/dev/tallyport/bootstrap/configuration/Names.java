package dev.tallyport.bootstrap.configuration;

import java.util.Locale;

/// How names are written as environment variables.
final class Names {

    private Names() {}

    /// The MicroProfile rule: upper case, and an underscore for all but letters and digits.
    static String normalised(String name) {
        return name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}

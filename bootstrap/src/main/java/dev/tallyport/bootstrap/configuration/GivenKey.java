package dev.tallyport.bootstrap.configuration;

/// One key of ours as somebody wrote it somewhere, with what it says after expansion.
///
/// @param name `tallyport.…`, or `TALLYPORT_…` where it was written as an environment variable
/// @param value never shown unless it is known to be no secret
/// @param ordinal of two keys that mean the same, the higher one holds
public record GivenKey(String name, String value, int ordinal) {

    static final String PREFIX = "tallyport.";
    static final String ENVIRONMENT_PREFIX = "TALLYPORT_";

    static boolean isOurs(String name) {
        return name.startsWith(PREFIX) || name.startsWith(ENVIRONMENT_PREFIX);
    }

    boolean isEnvironment() {
        return name.startsWith(ENVIRONMENT_PREFIX);
    }

    /// An empty value is none, as everywhere in MicroProfile Config.
    boolean hasValue() {
        return !value.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }
}

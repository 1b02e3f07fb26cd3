package dev.tallyport.connector.spi;

/// What trying the settings against the vendor came to. Reasons are for the operator.
public sealed interface CheckResult {

    /// The vendor answers and the credentials may read usage.
    record Ok() implements CheckResult {}

    /// A setting is wrong; nothing helps but changing it.
    record Misconfigured(String key, String reason) implements CheckResult {}

    /// The vendor could not be reached or could not answer; later may be better.
    record Unavailable(String reason) implements CheckResult {}
}

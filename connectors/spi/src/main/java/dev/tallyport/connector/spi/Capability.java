package dev.tallyport.connector.spi;

/// What a connector can do beyond handing over usage. The test kit holds it to each that it
/// declares and to each that it does not.
public enum Capability {
    /// It reads a chosen window of the past when the [request][ReadRequest#window] names one.
    BACKFILL,
    /// It covers what it reads whole, so that usage the vendor takes back is retracted.
    RETRACTION,
    /// It hands over people, service users or organizations with what the vendor knows of them.
    DIRECTORY,
    /// It hands over the vendor's billing cycles.
    CYCLES,
    /// It hands over sessions or other activities.
    ACTIVITIES,
    /// It hands over observations.
    OBSERVATIONS
}

package dev.tallyport.connector.spi;

/// How finely a vendor states usage in time.
public enum Grain {
    /// A fact is of one of the vendor's days and is never cut.
    DAY,
    /// A fact is of one hour of UTC.
    HOUR,
    /// A fact is of the moment, or of the stretch of time, that it happened in.
    EVENT
}

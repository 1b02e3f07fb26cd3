package dev.tallyport.connector.spi;

/// How a vendor counts tokens. What a connector hands over is disjoint in any case: uncached input,
/// cache reads, cache writes and output.
public enum TokenFigures {
    /// The vendor states no tokens.
    NONE,
    /// The vendor's figures may be added as they are.
    DISJOINT,
    /// Some of the vendor's figures contain others, such as input that contains cache reads; the
    /// connector takes them apart.
    INCLUSIVE
}

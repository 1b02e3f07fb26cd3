package dev.tallyport.domain.pricing;

/// What a price says. What is priced at the one is never added to what is priced at the other.
public enum PriceKind {
    /// The vendor's public price.
    LIST,
    /// The price that was negotiated.
    CONTRACTED
}

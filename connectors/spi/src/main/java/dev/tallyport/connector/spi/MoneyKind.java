package dev.tallyport.connector.spi;

/// What an amount of money says. Amounts of two kinds are never added.
public enum MoneyKind {
    /// At the vendor's public prices.
    LIST,
    /// At the prices that were negotiated.
    CONTRACTED,
    /// What is invoiced.
    BILLED,
    /// What usage is worth when what was paid in advance is spread over it: `EffectiveCost` of
    /// [FOCUS](https://focus.finops.org/focus-specification/v1-2/).
    EFFECTIVE,
    /// An estimate that nobody pays as such.
    NOTIONAL
}

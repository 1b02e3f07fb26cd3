package dev.tallyport.domain.usage;

/// By what usage can be told apart.
public enum Dimension {
    USER,
    ORGANIZATION,
    PRODUCT,
    MODEL,
    ACTIVITY
}

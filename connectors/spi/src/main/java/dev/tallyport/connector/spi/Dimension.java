package dev.tallyport.connector.spi;

/// What usage is divided by. A value is the vendor's own id, at most 200 bytes.
public enum Dimension {
    /// A person or service user. Both share one space of ids in a source.
    USER,
    /// An organization or project of the vendor's.
    ORGANIZATION,
    /// Which of the vendor's products was used.
    PRODUCT,
    /// Which language model answered.
    MODEL,
    /// Which session, assistant, workflow or other thing it was used for.
    ACTIVITY
}

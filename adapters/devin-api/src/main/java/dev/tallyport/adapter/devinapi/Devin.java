package dev.tallyport.adapter.devinapi;

/// The vendor whose dialect this is.
final class Devin {

    /// The id of the connector that reads it.
    static final String CONNECTOR = "devin";

    private Devin() {}
}

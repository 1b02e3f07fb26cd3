package dev.tallyport.application.source;

/// The ledger's key of a source, given by the database once and for all.
public record SourceId(int value) {}

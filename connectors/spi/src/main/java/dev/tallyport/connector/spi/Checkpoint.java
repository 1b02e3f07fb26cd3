package dev.tallyport.connector.spi;

/// What a connector must remember between reads. Opaque to the platform, at most 64 KiB; a
/// connector survives any value, also one that it never wrote.
public record Checkpoint(String value) {}

package dev.tallyport.application.source;

/// A secret as it is stored.
///
/// @param text of no use to anybody but [Seals]
public record Sealed(String text) {}

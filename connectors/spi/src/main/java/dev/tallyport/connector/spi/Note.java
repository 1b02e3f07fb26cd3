package dev.tallyport.connector.spi;

/// Something that an operator should know of a read that went on nevertheless, such as a part that
/// the key may not read. It is shown with the source until a later read no longer says it.
///
/// @param part what it is about, such as `sessions`
/// @param message one line: what is missing and what to do; free of secrets
public record Note(String part, String message) {}

package dev.tallyport.connector.spi;

/// A record that could not be understood. It is kept and shown instead of being dropped or guessed.
///
/// @param request what was asked, such as a path with its query; no credentials
/// @param path where in the answer, as a JSON path such as `$.consumption_by_date[3].acus`
/// @param reason what was expected and what was found, at most one line
public record Reject(String request, String path, String reason) {}

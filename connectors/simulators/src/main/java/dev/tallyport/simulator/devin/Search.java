package dev.tallyport.simulator.devin;

import java.time.Instant;

/// A question that was asked about the code.
///
/// @param owner id of a person or service user
public record Search(String id, String organization, String owner, Instant created) {}

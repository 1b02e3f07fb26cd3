package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;

/// The right to write one source, held by one sync of one instance.
///
/// @param owner names the instance; an instance that starts again under the same name takes its own
///   lease over at once
public record Lease(SourceId source, String owner) {}

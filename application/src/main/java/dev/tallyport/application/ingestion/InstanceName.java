package dev.tallyport.application.ingestion;

/// What this running instance is called in the leases it holds; no two that run at once share one.
public record InstanceName(String value) {}

package dev.tallyport.adapter.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A user or service user as one source knows it.
@Schema(name = "UserId", description = "A user or service user, as one source knows it")
public record UserId(
        @Schema(required = true, examples = "acme") String source,
        @Schema(required = true, examples = "email|1") String user) {}

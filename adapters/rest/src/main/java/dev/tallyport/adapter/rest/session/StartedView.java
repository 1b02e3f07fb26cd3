package dev.tallyport.adapter.rest.session;

import dev.tallyport.adapter.rest.Secret;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A session that began; its cookie is sent beside it.
@Schema(name = "StartedSession", description = "A session that began; its cookie is sent beside it")
record StartedView(@Schema(required = true) Instant expiresAt) implements Secret {}

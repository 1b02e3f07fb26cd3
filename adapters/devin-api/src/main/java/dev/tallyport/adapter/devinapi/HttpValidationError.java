package dev.tallyport.adapter.devinapi;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Everything that is wrong with a request.
@RegisterForReflection
@Schema(name = "HTTPValidationError")
record HttpValidationError(List<ValidationError> detail) {}

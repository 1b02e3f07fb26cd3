package dev.tallyport.adapter.rest.role;

import dev.tallyport.adapter.rest.OrganizationId;
import dev.tallyport.application.role.Assignment;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A role that was given.
@Schema(name = "RoleAssignment", description = "A role that was given")
record AssignmentView(
        @Schema(required = true, examples = "21") long id,
        RecipientView to,
        @Schema(required = true, examples = "lead") String role,
        @Schema(description = "Where; null for the enterprise", nullable = true)
                @Nullable OrganizationId scope,
        @Schema(required = true) Instant givenAt,
        @Schema(required = true, examples = "admin") String givenBy) {

    static AssignmentView of(Assignment assignment) {
        return new AssignmentView(
                assignment.id(),
                RecipientView.of(assignment.to()),
                assignment.role(),
                OrganizationId.of(assignment.scope()),
                assignment.givenAt(),
                assignment.givenBy());
    }
}

package dev.tallyport.adapter.rest;

import dev.tallyport.application.audit.Names;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A permission that somebody holds.
@Schema(name = "Grant", description = "A permission that somebody holds")
public record GrantView(
        @Schema(required = true, examples = "ViewAccountConsumption") String permission,
        @Schema(description = "Where; null for the enterprise", nullable = true)
                @Nullable OrganizationId scope) {

    private static final Comparator<Grant> ORDER =
            Comparator.comparing((Grant grant) -> grant.permission().title())
                    .thenComparing(grant -> Names.of(grant.scope()));

    /// What they may do at this moment.
    public static List<GrantView> of(Viewer viewer) {
        return viewer.account().grants().stream()
                .filter(grant -> viewer.mayGive(Set.of(grant)))
                .sorted(ORDER)
                .map(grant ->
                        new GrantView(grant.permission().title(), OrganizationId.of(grant.scope())))
                .toList();
    }
}

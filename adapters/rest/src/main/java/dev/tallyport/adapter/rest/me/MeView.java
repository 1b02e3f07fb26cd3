package dev.tallyport.adapter.rest.me;

import dev.tallyport.adapter.rest.DecisionView;
import dev.tallyport.adapter.rest.GrantView;
import dev.tallyport.adapter.rest.OrganizationId;
import dev.tallyport.adapter.rest.UserId;
import dev.tallyport.application.audit.Names;
import dev.tallyport.domain.access.Viewer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Everything that is known of whoever asks.
@Schema(name = "Me", description = "Everything that is known of whoever asks")
record MeView(
        @Schema(required = true, examples = "person:7") String principal,
        @Schema(required = true, examples = "Ada Lovelace") String name,
        List<GrantView> permissions,
        @Schema(description = "What the vendors know them as") List<UserId> linkedTo,
        @Schema(description = "The organizations and projects they belong to now")
                List<OrganizationId> memberOf,
        @Schema(description = "Whether they could see their own consumption, were they permitted")
                DecisionView personalAnalytics) {

    static MeView of(Viewer viewer) {
        var account = viewer.account();
        return new MeView(
                Names.of(account.principal()),
                account.name(),
                GrantView.of(viewer),
                account.linkedTo().stream().sorted().map(UserId::of).toList(),
                account.memberOf().stream().sorted().map(OrganizationId::of).toList(),
                DecisionView.of(viewer.personalAnalytics()));
    }
}

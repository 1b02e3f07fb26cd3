package dev.tallyport.adapter.rest.me;

import dev.tallyport.adapter.rest.GrantView;
import dev.tallyport.adapter.rest.organization.OrganizationView;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.oneself.DescribeOneself.Oneself;
import dev.tallyport.domain.access.Viewer;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Everything that is known of whoever asks.
@Schema(name = "Me", description = "Everything that is known of whoever asks")
record MeView(
        @Schema(required = true, examples = "person:7") String principal,
        @Schema(required = true, examples = "Ada Lovelace") String name,
        @Schema(description = "Null for a program, which has a key or a token", nullable = true)
                @Nullable OwnAccountView account,
        List<GrantView> permissions,
        @Schema(
                        required = true,
                        description =
                                "How much they see of each subject: all; part, of some"
                                        + " organizations and projects and what is their own; own;"
                                        + " or none. Subjects are consumption, costs, metrics,"
                                        + " sessions, organizations, people, roles, service-users,"
                                        + " settings, audit-log and sources.")
                SortedMap<String, String> sees,
        @Schema(description = "What the vendors know them as") List<OwnUserView> linkedTo,
        @Schema(description = "The organizations and projects they belong to now")
                List<OrganizationView> memberOf,
        PersonalAnalyticsView personalAnalytics) {

    static MeView of(Viewer viewer, Oneself oneself) {
        return new MeView(
                Names.of(viewer.account().principal()),
                viewer.account().name(),
                OwnAccountView.of(oneself),
                GrantView.of(viewer),
                Seen.by(viewer),
                oneself.linkedTo().stream().map(OwnUserView::of).toList(),
                oneself.memberOf().stream().map(OrganizationView::of).toList(),
                PersonalAnalyticsView.of(viewer));
    }
}

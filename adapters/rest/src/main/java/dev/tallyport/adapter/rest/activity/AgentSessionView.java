package dev.tallyport.adapter.rest.activity;

import dev.tallyport.application.activity.ActivityReports.PullRequest;
import dev.tallyport.application.activity.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A session with an agent.
@Schema(
        name = "AgentSession",
        description = "A session with an agent. What its vendor does not state is null.")
record AgentSessionView(
        @Schema(examples = "acme") String source,
        @Schema(examples = "devin-1a2b", description = "Unique in its source") String id,
        @Schema(nullable = true, examples = "email|1", description = "Null for nobody known")
                @Nullable String user,
        @Schema(nullable = true, examples = "org-1") @Nullable String organization,
        @Schema(nullable = true, examples = "Fix the build") @Nullable String title,
        @Schema(description = "Whether whoever asks may not see its title, nor its tags")
                boolean titleHidden,
        @Schema(nullable = true, examples = "running") @Nullable String status,
        @Schema(nullable = true, examples = "working") @Nullable String statusDetail,
        @Schema(examples = "2026-01-16T09:30:00Z") Instant created,
        @Schema(nullable = true) @Nullable Instant updated,
        @Schema(
                        nullable = true,
                        examples = "2.5",
                        description =
                                "What it consumed in its whole life so far; no usage of a day and"
                                        + " never added to usage")
                @Nullable BigDecimal lifetimeAcus,
        @Schema(nullable = true) @Nullable String url,
        @Schema(nullable = true, examples = "slack") @Nullable String origin,
        @Schema(nullable = true, examples = "bug_fixing") @Nullable String category,
        @Schema(nullable = true) @Nullable String subcategory,
        @Schema(nullable = true, examples = "m") @Nullable String size,
        @Schema(nullable = true) @Nullable String playbook,
        @Schema(nullable = true, description = "The session that it belongs to")
                @Nullable String parent,
        List<String> tags,
        List<PullRequestView> pullRequests) {

    /// A pull request that belongs to it.
    @Schema(name = "SessionPullRequest", description = "A pull request that belongs to a session")
    record PullRequestView(
            @Schema(
                            examples = "https://github.com/acme/app/pull/7",
                            description = "With the vendors that are known, its address")
                    String id,
            @Schema(nullable = true, examples = "merged") @Nullable String state,
            @Schema(nullable = true, examples = "github.com/acme/app")
                    @Nullable String repository) {

        static PullRequestView of(PullRequest pullRequest) {
            return new PullRequestView(
                    pullRequest.id(),
                    pullRequest.state().orElse(null),
                    pullRequest.repository().orElse(null));
        }
    }

    static AgentSessionView of(Session session) {
        return new AgentSessionView(
                session.source().value(),
                session.id(),
                session.user().orElse(null),
                session.organization().orElse(null),
                session.title().orElse(null),
                session.isTitleHidden(),
                session.status().orElse(null),
                session.statusDetail().orElse(null),
                session.created(),
                session.updated().orElse(null),
                session.lifetimeAcus().orElse(null),
                session.url().orElse(null),
                session.origin().orElse(null),
                session.category().orElse(null),
                session.subcategory().orElse(null),
                session.size().orElse(null),
                session.playbook().orElse(null),
                session.parent().orElse(null),
                session.tags(),
                session.pullRequests().stream().map(PullRequestView::of).toList());
    }
}

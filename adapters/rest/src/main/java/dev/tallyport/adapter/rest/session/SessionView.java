package dev.tallyport.adapter.rest.session;

import dev.tallyport.adapter.rest.GrantView;
import dev.tallyport.adapter.rest.Secret;
import dev.tallyport.application.account.CurrentSession.Session;
import dev.tallyport.application.audit.Names;
import dev.tallyport.domain.access.Viewer;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who is asking.
@Schema(name = "Session", description = "Who is asking")
record SessionView(
        @Schema(required = true, examples = "person:7") String principal,
        @Schema(required = true, examples = "Ada Lovelace") String name,
        List<GrantView> permissions,
        @Schema(
                        description =
                                "To be sent as X-CSRF-Token by what changes anything; null without"
                                        + " a session",
                        nullable = true,
                        examples = "c2Vzc2lvbnMgaGF2ZSBvbmUsIGtleXMgaGF2ZSBub25l")
                @Nullable String csrfToken,
        @Schema(
                        description =
                                "Whether the session is of a local account, or of the identity"
                                        + " provider; null without a session",
                        nullable = true)
                @Nullable Boolean local)
        implements Secret {

    static SessionView of(Viewer viewer, Optional<Session> session) {
        return new SessionView(
                Names.of(viewer.account().principal()),
                viewer.account().name(),
                GrantView.of(viewer),
                session.map(Session::csrfToken).orElse(null),
                session.map(Session::local).orElse(null));
    }

    /// Keeps the token out of logs.
    @Override
    public String toString() {
        return "SessionView[" + principal + "]";
    }
}

package dev.tallyport.adapter.security;

import dev.tallyport.application.access.IdentifyViewer;
import dev.tallyport.application.access.IdentifyViewer.Identified;
import dev.tallyport.application.access.TokenClaims;
import dev.tallyport.application.account.CurrentSession.Session;
import dev.tallyport.application.serviceuser.Secrets;
import dev.tallyport.domain.access.Viewer;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;

/// Turns proofs into what Quarkus knows a request's sender by: the viewer and, for whoever came by
/// a cookie, the session. Asks the database, so never on an event loop.
@ApplicationScoped
class Identities {

    static final String VIEWER = "tallyport.viewer";
    static final String SESSION = "tallyport.session";

    private final IdentifyViewer identify;
    private final Secrets secrets;
    private final SubKey csrfKey;

    Identities(IdentifyViewer identify, Secrets secrets, InstallationSecret secret) {
        this.identify = identify;
        this.secrets = secrets;
        this.csrfKey = secret.keyFor("tallyport token against forged requests");
    }

    static SecurityIdentity nobody() {
        return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
    }

    /// Nobody when the proof is not good, or not any more.
    SecurityIdentity of(Proof proof) {
        return switch (proof) {
            case Proof.BootstrapKey() -> byKey(identify.byBootstrapKey());
            case Proof.Key(var key) ->
                    identify.byKey(key).map(Identities::byKey).orElseGet(Identities::nobody);
            case Proof.SessionToken(var token) ->
                    identify.bySession(token)
                            .map(known -> bySession(known, session(known, token, true)))
                            .orElseGet(Identities::nobody);
        };
    }

    /// Whoever sends an identity provider's token with each request.
    ///
    /// @param provided what Quarkus made of the token; everything in it stays
    SecurityIdentity ofToken(TokenClaims claims, SecurityIdentity provided) {
        return identify.byToken(claims)
                .<SecurityIdentity>map(known ->
                        named(known.viewer(), QuarkusSecurityIdentity.builder(provided)).build())
                .orElseGet(Identities::nobody);
    }

    /// Whoever signed in at an identity provider and is known by a cookie since.
    ///
    /// @param token what the cookie stands for; the session is kept under its digest
    /// @param provided what Quarkus made of the cookie; everything in it stays
    SecurityIdentity ofCookie(TokenClaims claims, String token, SecurityIdentity provided) {
        return identify.byToken(claims)
                .<SecurityIdentity>map(known ->
                        named(known.viewer(), QuarkusSecurityIdentity.builder(provided))
                                .addAttribute(SESSION, session(known, token, false))
                                .build())
                .orElseGet(Identities::nobody);
    }

    private static SecurityIdentity byKey(Viewer viewer) {
        return named(viewer, QuarkusSecurityIdentity.builder()).build();
    }

    private static SecurityIdentity bySession(Identified known, Session session) {
        return named(known.viewer(), QuarkusSecurityIdentity.builder())
                .addAttribute(SESSION, session)
                .build();
    }

    private static QuarkusSecurityIdentity.Builder named(
            Viewer viewer, QuarkusSecurityIdentity.Builder identity) {
        return identity.setPrincipal(new QuarkusPrincipal(viewer.account().name()))
                .addAttribute(VIEWER, viewer);
    }

    private Session session(Identified known, String token, boolean local) {
        var digest = secrets.digestOf(token);
        return new Session(known.account(), digest, local, csrfToken(digest));
    }

    private String csrfToken(String digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(csrfKey.tagOf(digest));
    }

    static Optional<Viewer> viewer(SecurityIdentity identity) {
        return attribute(identity, VIEWER);
    }

    static Optional<Session> session(SecurityIdentity identity) {
        return attribute(identity, SESSION);
    }

    private static <T> Optional<T> attribute(SecurityIdentity identity, String name) {
        return identity.isAnonymous()
                ? Optional.empty()
                : Optional.ofNullable(identity.<T>getAttribute(name));
    }
}

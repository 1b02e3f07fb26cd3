package dev.tallyport.simulator.codemie;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.simulator.http.Answer;
import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Query;
import dev.tallyport.simulator.http.Request;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Hands out tokens to programs that know a secret, as Keycloak does, and knows what each may see.
final class IdentityProvider {

    static final String PATH = "/realms/codemie-prod/protocol/openid-connect/token";

    private static final int LIFETIME_SECONDS = 28_500;

    private record Grant(Access access, int uses) {}

    private final CodeMieOptions options;
    private final Map<String, Grant> grants = new HashMap<>();
    private int issued;

    IdentityProvider(CodeMieOptions options) {
        this.options = options;
    }

    synchronized Answer answer(Request request) {
        if (!request.method().equals("POST")) {
            return error(405, "invalid_request", "HTTP 405 Method Not Allowed");
        }
        var form = Query.parse(request.body());
        if (!form.text("grant_type").equals(Optional.of("client_credentials"))) {
            return error(400, "unsupported_grant_type", "Unsupported grant_type");
        }
        var client = basic(request).orElseGet(() -> posted(form));
        var access = options.clients().get(client);
        if (access == null) {
            return error(
                    401, "unauthorized_client", "Invalid client or Invalid client credentials");
        }
        var token = "eyJhbGciOiJSUzI1NiJ9." + client.id() + "." + ++issued;
        grants.put(token, new Grant(access, options.tokenUses()));
        return Answer.json(
                200,
                Json.object(
                        "access_token",
                        token,
                        "expires_in",
                        LIFETIME_SECONDS,
                        "refresh_expires_in",
                        0,
                        "token_type",
                        "Bearer",
                        "not-before-policy",
                        0,
                        "scope",
                        "profile email"));
    }

    /// What the bearer may see. Counts as a use of the token.
    synchronized Optional<Access> access(Request request) {
        var token =
                request.header("Authorization")
                        .filter(header -> header.startsWith("Bearer "))
                        .map(header -> header.substring("Bearer ".length()))
                        .orElse("");
        var grant = grants.get(token);
        if (grant == null) {
            return Optional.ofNullable(options.tokens().get(token));
        }
        if (grant.uses() == 1) {
            grants.remove(token);
        } else {
            grants.put(token, new Grant(grant.access(), grant.uses() - 1));
        }
        return Optional.of(grant.access());
    }

    synchronized void expireTokens() {
        grants.clear();
    }

    private static Optional<CodeMieOptions.Client> basic(Request request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith("Basic "))
                .map(header -> header.substring("Basic ".length()))
                .map(encoded -> new String(Base64.getDecoder().decode(encoded), UTF_8))
                .map(pair -> pair.split(":", 2))
                .filter(pair -> pair.length == 2)
                .map(pair -> new CodeMieOptions.Client(decoded(pair[0]), decoded(pair[1])));
    }

    /// RFC 6749 encodes id and secret as in a form, also in the header.
    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static CodeMieOptions.Client posted(Query form) {
        return new CodeMieOptions.Client(
                form.text("client_id").orElse(""), form.text("client_secret").orElse(""));
    }

    private static Answer error(int status, String error, String description) {
        return Answer.json(status, Json.object("error", error, "error_description", description));
    }
}

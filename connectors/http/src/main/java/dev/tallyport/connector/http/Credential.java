package dev.tallyport.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.connector.spi.ConnectorException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// What a vendor knows its client by. Never prints a secret.
public abstract sealed class Credential {

    private Credential() {}

    /// Sent as `Authorization: Bearer …`. White space around the key is dropped.
    ///
    /// @throws ConnectorException `MISCONFIGURED` for a key that no header can hold
    public static Credential bearer(String key) {
        return new Fixed("Authorization", "Bearer " + key(key), Set.of(key(key)));
    }

    /// Sent in a header of its own. White space around the key is dropped.
    ///
    /// @throws ConnectorException `MISCONFIGURED` for a name that no header can have and a key that
    ///   none can hold
    public static Credential header(String name, String key) {
        return new Fixed(name, key(key), Set.of(key(key)));
    }

    /// Sent as `Authorization: Basic …`, in UTF-8. With an empty password the user is the secret.
    ///
    /// @throws ConnectorException `MISCONFIGURED` for a user that is empty or holds a colon
    public static Credential basic(String user, String password) {
        if (user.isEmpty() || user.contains(":")) {
            throw misconfigured("the user is empty or holds a colon; enter it without one");
        }
        var pair = base64(user + ":" + password);
        return new Fixed(
                "Authorization",
                "Basic " + pair,
                Set.of(pair, password.isEmpty() ? user : password));
    }

    /// The client credentials grant of OAuth 2.0 (RFC 6749, section 4.4). The client proves itself
    /// by HTTP Basic, as every server must allow; one that answers `invalid_client` nevertheless is
    /// asked once more with id and secret in the body. White space around the latter is dropped.
    ///
    /// @param scope sent as it is; left out when empty
    /// @throws ConnectorException `MISCONFIGURED` for an address that cannot be asked, an empty id
    ///   or an empty secret
    public static Credential clientCredentials(
            URI tokenUrl, String id, String secret, Optional<String> scope) {
        if (!Uris.canBeAsked(tokenUrl)) {
            throw misconfigured(
                    "the token service's address must start with http:// or https://, name a host "
                            + "and have no user info or fragment");
        }
        if (id.isBlank()) {
            throw misconfigured("the client's id is empty; enter it as the vendor shows it");
        }
        return new Client(tokenUrl, id.strip(), key(secret), scope);
    }

    /// None is empty.
    abstract Set<String> secrets();

    abstract Authorization authorization(Transport transport);

    private static String key(String key) {
        var stripped = key.strip();
        if (!stripped.matches("[!-~]+")) {
            throw misconfigured(
                    "the key is empty or holds white space or characters beyond ASCII; "
                            + "enter it as the vendor shows it");
        }
        return stripped;
    }

    private static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static ConnectorException misconfigured(String message) {
        return new ConnectorException(ConnectorException.Kind.MISCONFIGURED, message);
    }

    /// The same header with every request.
    private static final class Fixed extends Credential implements Authorization {

        private final String header;
        private final String value;
        private final Set<String> secrets;

        Fixed(String header, String value, Set<String> secrets) {
            this.header = header;
            this.value = value;
            this.secrets = secrets;
            try {
                addTo(HttpRequest.newBuilder());
            } catch (IllegalArgumentException _) {
                throw misconfigured(
                        "no request can carry a header named '"
                                + OneLine.of(header, 100)
                                + "'; enter the name that the vendor documents");
            }
        }

        @Override
        Set<String> secrets() {
            return secrets;
        }

        @Override
        Authorization authorization(Transport transport) {
            return this;
        }

        @Override
        public void addTo(HttpRequest.Builder request) {
            request.setHeader(header, value);
        }

        @Override
        public boolean renew(HttpRequest refused) {
            return false;
        }

        @Override
        public String toString() {
            return "Credential[" + header + ": ***]";
        }
    }

    /// A token that is asked for.
    static final class Client extends Credential {

        private final URI tokenUrl;
        private final String id;
        private final String secret;
        private final Optional<String> scope;

        private Client(URI tokenUrl, String id, String secret, Optional<String> scope) {
            this.tokenUrl = tokenUrl;
            this.id = id;
            this.secret = secret;
            this.scope = scope;
        }

        String host() {
            return tokenUrl.getHost();
        }

        /// @param inBody whether id and secret are sent in the body and not in a header
        HttpRequest tokenRequest(boolean inBody) {
            var request =
                    HttpRequest.newBuilder(tokenUrl)
                            .header("Accept", "application/json")
                            .header("Content-Type", "application/x-www-form-urlencoded");
            var form = new StringBuilder("grant_type=client_credentials");
            scope.ifPresent(wanted -> form.append("&scope=").append(Uris.queryValue(wanted)));
            if (inBody) {
                form.append("&client_id=").append(Uris.queryValue(id));
                form.append("&client_secret=").append(Uris.queryValue(secret));
            } else {
                request.header("Authorization", "Basic " + pair());
            }
            return request.POST(HttpRequest.BodyPublishers.ofString(form.toString())).build();
        }

        private String pair() {
            return base64(Uris.queryValue(id) + ":" + Uris.queryValue(secret));
        }

        @Override
        Set<String> secrets() {
            return Set.of(secret, pair());
        }

        @Override
        Authorization authorization(Transport transport) {
            return new AccessTokens(this, transport);
        }

        @Override
        public String toString() {
            return "Credential[a token of " + host() + "]";
        }
    }
}

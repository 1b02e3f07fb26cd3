package dev.tallyport.connector.http;

import dev.tallyport.connector.spi.ConnectorException;
import java.net.http.HttpRequest;

/// A header that holds a secret. Never prints it.
public final class Credential {

    private final String header;
    private final String prefix;
    private final String secret;

    private Credential(String header, String prefix, String secret) {
        this.header = header;
        this.prefix = prefix;
        this.secret = secret.strip();
        if (!this.secret.matches("[!-~]+")) {
            throw new ConnectorException(
                    ConnectorException.Kind.MISCONFIGURED,
                    "the key is empty or holds white space or characters beyond ASCII; "
                            + "enter it as the vendor shows it");
        }
    }

    /// Sent as `Authorization: Bearer …`. White space around the key is dropped.
    ///
    /// @throws ConnectorException `MISCONFIGURED` for a key that no header can hold
    public static Credential bearer(String key) {
        return new Credential("Authorization", "Bearer ", key);
    }

    /// Sent in a header of its own. White space around the key is dropped.
    ///
    /// @throws ConnectorException `MISCONFIGURED` for a key that no header can hold
    public static Credential header(String name, String key) {
        return new Credential(name, "", key);
    }

    void addTo(HttpRequest.Builder request) {
        request.setHeader(header, prefix + secret);
    }

    /// The text without the secret, plain or percent-encoded.
    String redact(String text) {
        return text.replace(secret, "***").replace(Uris.queryValue(secret), "***");
    }

    @Override
    public String toString() {
        return "Credential[" + header + ": ***]";
    }
}

package dev.tallyport.connector.http;

import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Reject;

/// A part of an answer is not what it is documented to be. Quotes none of the answer's values.
public final class MalformedMember extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String reason;

    /// @param path where in the answer, such as `$.consumption_by_date[3].acus`
    /// @param reason what was expected and what was found, in one line
    public MalformedMember(String path, String reason) {
        super(path + ": " + reason);
        this.path = path;
        this.reason = reason;
    }

    public String path() {
        return path;
    }

    public String reason() {
        return reason;
    }

    /// For a record that can be left out.
    public Reject toReject(String request) {
        return new Reject(request, path, reason);
    }

    /// For an answer that means nothing without this part.
    public ConnectorException toFailure(String request) {
        return new ConnectorException(
                ConnectorException.Kind.MALFORMED_RESPONSE,
                "GET " + request + " answered what is not documented, at " + getMessage(),
                this);
    }
}

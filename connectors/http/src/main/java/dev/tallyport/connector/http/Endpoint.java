package dev.tallyport.connector.http;

import dev.tallyport.connector.spi.ConnectorException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a vendor answers, and what is asked of it at most.
///
/// @param base `http` or `https`, without user info, query and fragment; a path is kept in front
/// @param concurrency how many requests are under way at once
/// @param connectTimeout above zero
/// @param requestTimeout how long one attempt takes at most, from connecting to the body's end
/// @param maxBytes what an answer holds at most
public record Endpoint(
        URI base,
        Credential credential,
        int concurrency,
        Duration connectTimeout,
        Duration requestTimeout,
        Retries retries,
        int maxBytes) {

    /// Plain or percent-encoded; a backslash counts as a slash to some servers.
    private static final Pattern DOT_SEGMENT =
            Pattern.compile("(?i)(?:/|%2f|%5c)(?:\\.|%2e){1,2}(?:/|%2f|%5c|$)");

    /// @throws ConnectorException `MISCONFIGURED` for an address that cannot be asked
    public Endpoint {
        if (!Uris.canBeAsked(base) || base.getRawQuery() != null) {
            throw new ConnectorException(
                    ConnectorException.Kind.MISCONFIGURED,
                    "the vendor's address must start with http:// or https://, name a host and "
                            + "have no user info, query or fragment");
        }
        if (concurrency < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("at least one request and one byte");
        }
        if (!connectTimeout.isPositive() || !requestTimeout.isPositive()) {
            throw new IllegalArgumentException("a timeout is above zero");
        }
    }

    /// 8 requests at once, 10 s to connect, 60 s for an attempt, 64 MiB, and the standard retries.
    public static Endpoint of(URI base, Credential credential) {
        return new Endpoint(
                base,
                credential,
                8,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Retries.STANDARD,
                64 << 20);
    }

    public Endpoint withConcurrency(int concurrency) {
        return new Endpoint(
                base, credential, concurrency, connectTimeout, requestTimeout, retries, maxBytes);
    }

    public Endpoint withRequestTimeout(Duration requestTimeout) {
        return new Endpoint(
                base, credential, concurrency, connectTimeout, requestTimeout, retries, maxBytes);
    }

    public Endpoint withRetries(Retries retries) {
        return new Endpoint(
                base, credential, concurrency, connectTimeout, requestTimeout, retries, maxBytes);
    }

    public Endpoint withMaxBytes(int maxBytes) {
        return new Endpoint(
                base, credential, concurrency, connectTimeout, requestTimeout, retries, maxBytes);
    }

    URI at(String pathAndQuery) {
        if (!pathAndQuery.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with '/': " + pathAndQuery);
        }
        var address = base.toString();
        return URI.create(
                (address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
                        + pathAndQuery);
    }

    /// The inverse of [#at]; empty for what has another origin or is not below the address. A
    /// fragment is dropped.
    Optional<String> pathBelow(URI address) {
        var root = at("/");
        if (!root.getScheme().equalsIgnoreCase(address.getScheme())
                || !root.getHost().equalsIgnoreCase(address.getHost())
                || portOf(root) != portOf(address)
                || address.getRawUserInfo() != null
                || !address.getRawPath().startsWith(root.getRawPath())
                || DOT_SEGMENT.matcher(address.getRawPath()).find()) {
            return Optional.empty();
        }
        var path = address.getRawPath().substring(root.getRawPath().length() - 1);
        var query = address.getRawQuery();
        return Optional.of(query == null ? path : path + "?" + query);
    }

    private static int portOf(URI address) {
        return address.getPort() >= 0
                ? address.getPort()
                : address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}

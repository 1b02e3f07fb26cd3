package dev.tallyport.connector.http;

import dev.tallyport.connector.spi.ConnectorException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

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

    /// @throws ConnectorException `MISCONFIGURED` for an address that cannot be asked
    public Endpoint {
        var scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https"))
                || base.getHost() == null
                || base.getRawUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawFragment() != null) {
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
}

package dev.tallyport.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;

/// Percent-encoding as RFC 3986 has it: everything but letters, digits, `-`, `.`, `_` and `~`.
public final class Uris {

    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private Uris() {}

    /// One segment of a path.
    ///
    /// @throws IllegalArgumentException for what would ask for another path: nothing, `.` and `..`
    public static String segment(String value) {
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("no segment of a path: '" + value + "'");
        }
        return encoded(value);
    }

    /// The name or the value of a query parameter.
    public static String queryValue(String value) {
        return encoded(value);
    }

    /// Whether this is `http` or `https`, names a host, and has no user info and no fragment.
    static boolean canBeAsked(URI address) {
        var scheme = address.getScheme();
        return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null;
    }

    private static String encoded(String value) {
        var encoded = new StringBuilder();
        for (byte octet : value.getBytes(UTF_8)) {
            if (UNRESERVED.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append("%%%02X".formatted(octet));
            }
        }
        return encoded.toString();
    }
}

package dev.tallyport.adapter.devinapi;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A path and query as some clients send them, with characters that should have been encoded.
final class RawUri {

    /// All but what RFC 3986 lets stand, a `%` that encodes nothing, and `;`: the vendor takes it
    /// as part of an id or value, servers of this kind as the start of something else.
    private static final Pattern ILLEGAL =
            Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\\-._~:/?@!$&'()*+,=%]");

    private RawUri() {}

    /// The same, encoded where it was not. What was encoded stays as it is.
    static String encoded(String uri) {
        return ILLEGAL.matcher(uri).replaceAll(illegal -> percentEncoded(illegal.group()));
    }

    private static String percentEncoded(String character) {
        var encoded = new StringBuilder();
        for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(one));
        }
        return encoded.toString();
    }
}

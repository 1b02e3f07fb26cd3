package dev.tallyport.connector.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 over texts, each told apart from the next.
final class Fingerprint {

    private final MessageDigest digest = sha256();

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The name and value of every identifying column that says something. Columns that are added,
    /// moved or left empty change nothing.
    static byte[] of(Row row, Header header, int[] identifying) {
        var fingerprint = new Fingerprint();
        for (var place : identifying) {
            var value = row.stated(place);
            if (!value.isEmpty()) {
                fingerprint.add(Header.folded(header.name(place))).add(value);
            }
        }
        return fingerprint.bytes();
    }

    Fingerprint add(String text) {
        var bytes = text.getBytes(UTF_8);
        digest.update(
                new byte[] {
                    (byte) (bytes.length >>> 24),
                    (byte) (bytes.length >>> 16),
                    (byte) (bytes.length >>> 8),
                    (byte) bytes.length
                });
        digest.update(bytes);
        return this;
    }

    byte[] bytes() {
        return digest.digest();
    }

    String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}

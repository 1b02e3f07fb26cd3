package dev.tallyport.adapter.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What texts are recognised by.
final class Digest {

    private Digest() {}

    static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String hexOf(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /// Takes as long for a wrong candidate as for the right one, whatever their lengths.
    static boolean areSame(String candidate, String right) {
        return MessageDigest.isEqual(of(candidate), of(right));
    }
}

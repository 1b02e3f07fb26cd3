package dev.tallyport.adapter.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A key to compare credentials with, kept as its digest only.
final class SecretKey {

    private final byte[] digest;

    private SecretKey(byte[] digest) {
        this.digest = digest;
    }

    static SecretKey of(String key) {
        return new SecretKey(digestOf(key));
    }

    /// Takes as long for a wrong key as for the right one, whatever their lengths.
    boolean matches(String candidate) {
        return MessageDigest.isEqual(digest, digestOf(candidate));
    }

    private static byte[] digestOf(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SecretKey[hidden]";
    }
}

package dev.tallyport.adapter.security;

import java.security.MessageDigest;

/// A key to compare credentials with, kept as its digest only.
final class SecretKey {

    private final byte[] digest;

    private SecretKey(byte[] digest) {
        this.digest = digest;
    }

    static SecretKey of(String key) {
        return new SecretKey(Digest.of(key));
    }

    /// Takes as long for a wrong key as for the right one, whatever their lengths.
    boolean matches(String candidate) {
        return MessageDigest.isEqual(digest, Digest.of(candidate));
    }

    @Override
    public String toString() {
        return "SecretKey[hidden]";
    }
}

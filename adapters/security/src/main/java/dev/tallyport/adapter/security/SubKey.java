package dev.tallyport.adapter.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A key that vouches for texts by HMAC-SHA256.
final class SubKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    SubKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// 32 bytes that nobody can tell without the key.
    byte[] tagOf(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "SubKey[hidden]";
    }
}

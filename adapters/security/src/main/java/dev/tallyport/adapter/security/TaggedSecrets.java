package dev.tallyport.adapter.security;

import dev.tallyport.application.serviceuser.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// Keys end in a tag that only this installation can make, so that foreign ones are told apart by
/// arithmetic alone. A key of before is good as long as the secret that it was made with is known.
@ApplicationScoped
class TaggedSecrets implements Secrets {

    private static final String PREFIX = "cog_tp_";
    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// 160 bits.
    private static final int RANDOM_LENGTH = 27;

    /// 68 bits, since a byte says a little less than a character could.
    private static final int TAG_LENGTH = 12;

    private static final int UNTAGGED_LENGTH = PREFIX.length() + RANDOM_LENGTH;
    private static final int KEY_LENGTH = UNTAGGED_LENGTH + TAG_LENGTH;
    private static final int SHOWN_LENGTH = 12;
    private static final int TOKEN_BYTES = 32;

    private final List<SubKey> tagKeys;
    private final SecureRandom random = new SecureRandom();

    TaggedSecrets(InstallationSecret secret) {
        this.tagKeys = secret.keysFor("tallyport tag of a service user's key");
    }

    @Override
    public String newKey() {
        var key = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return key.append(tagOf(key.toString(), tagKeys.getFirst())).toString();
    }

    @Override
    public boolean mayBeKey(String text) {
        if (text.length() != KEY_LENGTH || !text.startsWith(PREFIX)) {
            return false;
        }
        var untagged = text.substring(0, UNTAGGED_LENGTH);
        var tag = bytes(text.substring(UNTAGGED_LENGTH));
        return tagKeys.stream()
                .anyMatch(key -> MessageDigest.isEqual(bytes(tagOf(untagged, key)), tag));
    }

    private static String tagOf(String untagged, SubKey key) {
        var bytes = key.tagOf(untagged);
        var tag = new StringBuilder(TAG_LENGTH);
        for (int i = 0; i < TAG_LENGTH; i++) {
            tag.append(ALPHABET.charAt(Byte.toUnsignedInt(bytes[i]) % ALPHABET.length()));
        }
        return tag.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String prefixOf(String key) {
        return key.substring(0, SHOWN_LENGTH);
    }

    @Override
    public String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String digestOf(String text) {
        return Digest.hexOf(text);
    }
}

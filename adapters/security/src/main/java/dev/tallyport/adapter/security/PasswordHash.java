package dev.tallyport.adapter.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// An Argon2id hash beside what it was made with, written as the Password Hashing Competition
/// agreed: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
final class PasswordHash {

    static final int SALT_BYTES = 16;

    private static final int HASH_BYTES = 32;

    private static final Pattern TEXT =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /// How much work a hash takes.
    ///
    /// @param memory in kibibytes
    private record Cost(int memory, int passes, int lanes) {

        /// What OWASP's Password Storage Cheat Sheet asks for at least.
        static final Cost OWASP = new Cost(19_456, 2, 1);

        /// More would let a stored text exhaust the machine.
        boolean isBearable() {
            return memory >= 8 * lanes
                    && memory <= 262_144
                    && passes >= 1
                    && passes <= 10
                    && lanes >= 1
                    && lanes <= 4;
        }
    }

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(String password, byte[] salt) {
        return new PasswordHash(Cost.OWASP, salt, hash(password, Cost.OWASP, salt, HASH_BYTES));
    }

    /// One that takes as long as any other and that no password matches.
    static PasswordHash ofNobody() {
        return new PasswordHash(Cost.OWASP, new byte[SALT_BYTES], new byte[HASH_BYTES]);
    }

    /// @throws IllegalStateException when it is none, or one that asks for too much
    static PasswordHash parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw unusable();
        }
        var cost =
                new Cost(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
        if (!cost.isBearable()) {
            throw unusable();
        }
        try {
            return new PasswordHash(
                    cost,
                    Base64.getDecoder().decode(parts.group(4)),
                    Base64.getDecoder().decode(parts.group(5)));
        } catch (IllegalArgumentException _) {
            throw unusable();
        }
    }

    private static IllegalStateException unusable() {
        return new IllegalStateException(
                "A stored password: expected $argon2id$v=19$m=…,t=…,p=…$salt$hash of bearable cost,"
                        + " found something else. Offer the account a reset.");
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, hash(password, cost, salt, hash.length));
    }

    /// However a keyboard composes a character, it is the same password.
    private static byte[] hash(String password, Cost cost, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memory())
                        .withIterations(cost.passes())
                        .withParallelism(cost.lanes())
                        .withSalt(salt)
                        .build());
        var hash = new byte[length];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFKC)
                        .getBytes(StandardCharsets.UTF_8),
                hash);
        return hash;
    }

    String text() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memory(),
                        cost.passes(),
                        cost.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}

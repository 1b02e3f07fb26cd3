package dev.tallyport.adapter.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An entry of the audit log exactly as it is stored.
///
/// @param at to the microsecond
/// @param before a JSON object, to the letter
/// @param after a JSON object, to the letter
record AuditRow(
        long number,
        Instant at,
        String principal,
        String name,
        Optional<String> origin,
        String action,
        String target,
        String before,
        String after) {

    /// The columns that it is read from.
    static final String COLUMNS =
            "number, at, principal, name, origin, action, target, before::text, after::text";

    static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("number"),
                Columns.instant(row, "at"),
                row.getString("principal"),
                row.getString("name"),
                Columns.maybeText(row, "origin"),
                row.getString("action"),
                row.getString("target"),
                row.getString("before"),
                row.getString("after"));
    }

    /// SHA-256 over all fields and the hash of the entry before it, each after its length in four
    /// bytes: of two different entries no two encodings are one. Numbers and microseconds are eight
    /// bytes, text is UTF-8, what is absent has the length -1.
    byte[] hashAfter(byte[] previous) {
        var digest = sha256();
        add(digest, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        add(digest, ByteBuffer.allocate(Long.BYTES).putLong(micros).array());
        add(digest, principal);
        add(digest, name);
        add(digest, origin.orElse(null));
        add(digest, action);
        add(digest, target);
        add(digest, before);
        add(digest, after);
        add(digest, previous);
        return digest.digest();
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        if (text == null) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(-1).array());
        } else {
            add(digest, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(MessageDigest digest, byte[] field) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
        digest.update(field);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

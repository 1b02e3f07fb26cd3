package dev.tallyport.connector.spi;

import java.util.Optional;
import java.util.Set;

/// One thing that an operator fills in for a source.
///
/// @param key lower-case letters, digits and dashes
/// @param required whether a value must be given; a setting with a default is never required
/// @param secret whether the value must not be shown again
/// @param defaultValue what holds when no value is given
/// @param allowed the only values of a [Type#CHOICE], else empty
/// @param description one sentence for the operator
public record Setting(
        String key,
        Type type,
        boolean required,
        boolean secret,
        Optional<String> defaultValue,
        Set<String> allowed,
        String description) {

    /// What a value must look like.
    public enum Type {
        /// Any text that is not blank.
        TEXT,
        /// An absolute `http` or `https` address without user info, query and fragment.
        URL,
        /// A decimal integer of at least 1 and at most 1000.
        COUNT,
        /// An ISO-8601 duration above zero.
        DURATION,
        /// `true` or `false`.
        FLAG,
        /// A file or folder of the machine that the platform runs on.
        PATH,
        /// One of the allowed values.
        CHOICE
    }

    public Setting {
        allowed = Set.copyOf(allowed);
        if (required && defaultValue.isPresent()) {
            throw new IllegalArgumentException(
                    "setting '" + key + "' is required and has a default");
        }
        if ((type == Type.CHOICE) == allowed.isEmpty()) {
            throw new IllegalArgumentException("setting '" + key + "': a choice lists its values");
        }
    }

    public static Setting required(String key, Type type, String description) {
        return new Setting(key, type, true, false, Optional.empty(), Set.of(), description);
    }

    public static Setting secret(String key, String description) {
        return new Setting(key, Type.TEXT, true, true, Optional.empty(), Set.of(), description);
    }

    public static Setting optional(String key, Type type, String defaultValue, String description) {
        return new Setting(
                key, type, false, false, Optional.of(defaultValue), Set.of(), description);
    }

    /// One that may be left out altogether.
    public static Setting optional(String key, Type type, String description) {
        return new Setting(key, type, false, false, Optional.empty(), Set.of(), description);
    }

    /// A secret that may be left out altogether.
    public static Setting optionalSecret(String key, String description) {
        return new Setting(key, Type.TEXT, false, true, Optional.empty(), Set.of(), description);
    }

    public static Setting choice(
            String key, Set<String> allowed, String defaultValue, String description) {
        return new Setting(
                key, Type.CHOICE, false, false, Optional.of(defaultValue), allowed, description);
    }
}

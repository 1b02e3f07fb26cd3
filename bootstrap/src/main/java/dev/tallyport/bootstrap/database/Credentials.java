package dev.tallyport.bootstrap.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The passwords of the database's two roles: the one that owns the server and the one that
/// Tallyport works as. Letters, digits, dashes and underscores only. Never printed.
record Credentials(String superuser, String application) {

    static Credentials random() {
        return new Credentials(randomPassword(), randomPassword());
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Credentials read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return new Credentials(
                property(properties, "superuser", file), property(properties, "application", file));
    }

    private static String property(Properties properties, String name, Path file)
            throws IOException {
        var value = properties.getProperty(name);
        if (value == null) {
            throw new IOException("the password of '%s' is missing in %s".formatted(name, file));
        }
        return value;
    }

    void write(Path file) throws IOException {
        DataDirectory.write(
                file, "superuser=%s%napplication=%s%n".formatted(superuser, application));
    }

    @Override
    public String toString() {
        return "Credentials";
    }
}

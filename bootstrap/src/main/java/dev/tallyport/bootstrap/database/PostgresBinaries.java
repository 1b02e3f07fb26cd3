package dev.tallyport.bootstrap.database;

import dev.tallyport.bootstrap.startup.StartRefusedException;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for this machine, unpacked whole or not at all.
record PostgresBinaries(Path folder) {

    private static final int UID_OF_ROOT = 0;

    /// Unpacks the programs that this build carries, unless they were unpacked before.
    static PostgresBinaries unpackInto(Path cache) throws IOException {
        var archive = archive();
        var folder = cache.resolve(fingerprint(archive));
        if (Files.notExists(folder)) {
            var draft = cache.resolve("unpacking");
            DataDirectory.deleteTree(draft);
            unpack(archive, draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(folder);
    }

    private static byte[] archive() throws IOException {
        var architecture = System.getProperty("os.arch");
        var system = systemName();
        try (var archive =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture)) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new StartRefusedException(
                    "This build carries no PostgreSQL for %s on %s. Configure an external one by quarkus.datasource.jdbc.url, .username and .password."
                            .formatted(system, architecture),
                    e);
        }
    }

    private static String systemName() {
        var name = System.getProperty("os.name");
        return name.toLowerCase(Locale.ROOT).contains("mac") ? "Darwin" : name;
    }

    private static String fingerprint(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.resolveSibling(""));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(target, folder.resolve(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if (entry.getName().matches("(\\./)?bin/.*")
                            && !target.toFile().setExecutable(true, true)) {
                        throw new IOException("cannot be made executable: " + target);
                    }
                }
            }
        }
    }

    /// Forgets the programs of other builds.
    void deleteOthers() throws IOException {
        try (var others = Files.list(folder.resolveSibling("."))) {
            for (var other : others.map(Path::normalize).toList()) {
                if (!other.equals(folder)) {
                    DataDirectory.deleteTree(other);
                }
            }
        }
    }

    /// PostgreSQL refuses to run as root, except as nobody in a user namespace.
    static void checkUser() {
        if (isRoot() && !LinuxUtils.isUnshareAvailable()) {
            throw new StartRefusedException(
                    "The embedded PostgreSQL does not run as root, and this system does not allow user namespaces (unshare -U). Run Tallyport as another user, or configure an external PostgreSQL by quarkus.datasource.jdbc.url, .username and .password.");
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(UID_OF_ROOT);
        } catch (IOException | UnsupportedOperationException _) {
            return System.getProperty("user.name").equals("root");
        }
    }

    /// Runs a program to its end.
    ///
    /// @param output where it may write, and a server that it starts after it; replaced
    /// @return whether it succeeded
    boolean run(Path output, Duration atMost, String program, List<String> arguments)
            throws IOException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(Redirect.to(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            if (process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }
}

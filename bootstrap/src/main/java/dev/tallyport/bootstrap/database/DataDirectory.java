package dev.tallyport.bootstrap.database;

import dev.tallyport.bootstrap.startup.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// The folder that holds everything an installation must not lose. Only its owner may look into it.
public final class DataDirectory {

    private static final Logger LOG = System.getLogger(DataDirectory.class.getName());
    private static final String LOCK = "tallyport.lock";
    private static final String SECRET_KEY = "secret.key";
    private static final Set<String> OURS =
            Set.of(
                    LOCK,
                    SECRET_KEY,
                    "instance-id",
                    "database",
                    "database.credentials",
                    "database.out",
                    "binaries",
                    "lost+found");

    private final Path path;

    private DataDirectory(Path path) {
        this.path = path;
    }

    /// Makes the folder if there is none. A folder that holds somebody else's files is refused and
    /// left as it is.
    public static DataDirectory open(Path path) {
        var folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            var strangers = strangers(folder);
            if (!strangers.isEmpty() && Files.notExists(folder.resolve(LOCK))) {
                throw new StartRefusedException(
                        "The data folder %s holds files that are not Tallyport's (%s). Name an empty folder, or one that does not exist yet, by tallyport.data-dir."
                                .formatted(folder, String.join(", ", strangers)));
            }
            restrictToOwner(folder);
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
            return new DataDirectory(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static List<String> strangers(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !OURS.contains(name))
                    .sorted()
                    .limit(3)
                    .toList();
        }
    }

    private static void restrictToOwner(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (UnsupportedOperationException | IOException e) {
            LOG.log(
                    Level.WARNING,
                    "others may look into the data folder: folder={0} reason={1}",
                    folder,
                    e.getMessage());
        }
    }

    static StartRefusedException unusable(Path folder, IOException cause) {
        return new StartRefusedException(
                "The data folder %s cannot be used: %s. Tallyport needs a folder that it may write to, with space left; name one by tallyport.data-dir."
                        .formatted(folder, reason(cause)),
                cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "access is denied";
            case NoSuchFileException _ -> "it does not exist and cannot be made";
            case FileAlreadyExistsException e -> e.getFile() + " is no folder";
            case FileSystemException e when e.getReason() != null ->
                    e.getReason() + " (" + e.getFile() + ")";
            default -> String.valueOf(cause.getMessage());
        };
    }

    public Path path() {
        return path;
    }

    Path lock() {
        return path.resolve(LOCK);
    }

    Path database() {
        return path.resolve("database");
    }

    Path credentials() {
        return path.resolve("database.credentials");
    }

    Path serverOutput() {
        return path.resolve("database.out");
    }

    Path binaries() {
        return path.resolve("binaries");
    }

    /// The key that secrets are encrypted with, made on the first call and the same ever after.
    public String secretKey(Supplier<String> fresh) {
        return keep(SECRET_KEY, fresh);
    }

    /// What this installation calls itself, made on the first call and the same ever after.
    String instanceName(Supplier<String> fresh) {
        return keep("instance-id", fresh);
    }

    private String keep(String name, Supplier<String> fresh) {
        var file = path.resolve(name);
        try {
            if (Files.notExists(file)) {
                write(file, fresh.get() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    /// Writes the whole file or nothing of it, durably, for the owner's eyes only.
    static void write(Path file, String content) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        createForOwner(draft);
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void createForOwner(Path file) throws IOException {
        var posix = Files.getFileStore(file.toAbsolutePath().getParent());
        if (posix.supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /// Deletes the folder with everything in it, if it exists. Links are not followed.
    static void deleteTree(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var tree = Files.walk(folder)) {
            for (var entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

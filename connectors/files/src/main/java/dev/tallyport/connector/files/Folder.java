package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Note;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The files of a source at one moment, in the order of their names: a single one, or those of a
/// folder that end in `.csv` or `.csv.gz`. Sub-folders are not looked into; names that begin with a
/// point are somebody else's.
///
/// @param notes what was found there and is not read
record Folder(List<SourceFile> files, List<Note> notes) {

    Folder {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /// A file as it lies there, before it is opened.
    ///
    /// @param name without its folder, in characters that can be shown
    record SourceFile(String name, Path path, long size, String modified) {

        boolean isCompressed() {
            return name.toLowerCase(Locale.ROOT).endsWith(".gz");
        }

        private static SourceFile of(Path path, BasicFileAttributes attributes) {
            return new SourceFile(
                    nameOf(path),
                    path,
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant().toString());
        }
    }

    /// @throws ConnectorException `MISCONFIGURED` when there is nothing to read, which may be a
    ///   disk that is not mounted; `UNAVAILABLE` when it cannot be listed
    static Folder at(String setting) {
        try {
            var path = Path.of(setting);
            if (!Files.exists(path)) {
                throw misconfigured(setting, "does not exist");
            }
            var folder = Files.isDirectory(path) ? listed(path) : single(path);
            if (folder.files().isEmpty()) {
                throw misconfigured(setting, "holds no *.csv and no *.csv.gz");
            }
            return folder;
        } catch (InvalidPathException _) {
            throw misconfigured(setting, "is no path");
        } catch (IOException | DirectoryIteratorException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.UNAVAILABLE,
                    "%s cannot be listed (%s)".formatted(setting, e.getMessage()),
                    e);
        }
    }

    private static ConnectorException misconfigured(String path, String finding) {
        return new ConnectorException(
                ConnectorException.Kind.MISCONFIGURED,
                "expected a file, or a folder with *.csv or *.csv.gz, found that %s %s; nothing was"
                                .formatted(path, finding)
                        + " changed");
    }

    private static Folder single(Path path) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return attributes.isRegularFile()
                ? new Folder(List.of(SourceFile.of(path, attributes)), List.of())
                : new Folder(List.of(), List.of());
    }

    private static Folder listed(Path path) throws IOException {
        var files = new ArrayList<SourceFile>();
        var notes = new ArrayList<Note>();
        try (var entries = Files.newDirectoryStream(path, Folder::isTable)) {
            for (var entry : entries) {
                var attributes = Files.readAttributes(entry, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    files.add(SourceFile.of(entry, attributes));
                } else {
                    notes.add(
                            new Note(
                                    "files",
                                    "%s is no file and is not read".formatted(nameOf(entry))));
                }
            }
        }
        files.sort(Comparator.comparing(SourceFile::path));
        return new Folder(files, notes);
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName()).replaceAll("\\p{Cntrl}", "?");
    }

    private static boolean isTable(Path entry) {
        var name = String.valueOf(entry.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".csv") || name.endsWith(".csv.gz"));
    }

    /// The same as long as no file is added, removed, renamed or written to.
    String fingerprint(Layout layout) {
        var fingerprint = new Fingerprint().add(layout.version());
        for (var file : files) {
            fingerprint
                    .add(file.path().toString())
                    .add(Long.toString(file.size()))
                    .add(file.modified());
        }
        return fingerprint.hex();
    }
}

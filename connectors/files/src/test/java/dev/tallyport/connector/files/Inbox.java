package dev.tallyport.connector.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// A folder, the connector that reads it, and where that puts what it finds.
final class Inbox {

    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private final Connector connector;
    private final Path folder;
    private final ToyLedger ledger = new ToyLedger();
    private long writes;

    Inbox(Connector connector, Path folder) {
        this.connector = connector;
        this.folder = folder;
    }

    ToyLedger ledger() {
        return ledger;
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    /// Every write has a time of its own, as on a clock that is fine enough.
    void put(String file, String... lines) {
        put(file, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    void put(String file, byte[] bytes) {
        try {
            Files.write(path(file), bytes);
            writes++;
            Files.setLastModifiedTime(path(file), FileTime.from(NOW.plusSeconds(writes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String file) {
        try {
            Files.delete(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] compressed(String... lines) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    void read() {
        connector.read(settings(folder), request(), ledger);
    }

    void readFile(String file) {
        connector.read(settings(path(file)), request(), ledger);
    }

    void readWindow(String start, String end) {
        var window = new Interval(Instant.parse(start), Instant.parse(end));
        connector.read(settings(folder), request().withWindow(window), ledger);
    }

    CheckResult check() {
        return connector.check(settings(folder));
    }

    ReadRequest request() {
        return new ReadRequest(NOW, ledger.checkpoint(), List.of());
    }

    private static Settings settings(Path path) {
        return new Settings(Map.of("path", path.toString()));
    }
}

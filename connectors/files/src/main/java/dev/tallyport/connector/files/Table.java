package dev.tallyport.connector.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tallyport.connector.spi.ConnectorException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file being read as a table, row by row. Its fields are parted by whichever of comma,
/// semicolon, tab and bar makes its header the one that is expected.
///
/// Failures name the file: `MALFORMED_RESPONSE` for one that is no such table, `UNAVAILABLE` for
/// one that cannot be read now.
final class Table implements AutoCloseable {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int LONGEST_ROW = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Folder.SourceFile file;
    private final DigestInputStream contents;
    private final CloseableIterator<CsvRecord> records;
    private final Header header;

    private Table(
            Folder.SourceFile file,
            DigestInputStream contents,
            CloseableIterator<CsvRecord> records,
            Header header) {
        this.file = file;
        this.contents = contents;
        this.records = records;
        this.header = header;
    }

    static Table open(Folder.SourceFile file, Layout layout) {
        try {
            var stored = Files.newInputStream(file.path());
            try {
                return open(file, layout, stored);
            } catch (IOException | RuntimeException e) {
                stored.close();
                throw e;
            }
        } catch (IOException e) {
            throw unavailable(file, e);
        } catch (UncheckedIOException e) {
            throw unavailable(file, Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            throw malformed(file, String.valueOf(e.getMessage()));
        }
    }

    private static Table open(Folder.SourceFile file, Layout layout, InputStream stored)
            throws IOException {
        var contents =
                new DigestInputStream(
                        file.isCompressed() ? new GZIPInputStream(stored, LONGEST_HEADER) : stored,
                        Fingerprint.sha256());
        var bytes = new BufferedInputStream(contents, LONGEST_HEADER);
        bytes.mark(LONGEST_HEADER);
        var start = bytes.readNBytes(LONGEST_HEADER);
        bytes.reset();
        if (startsWithMark(start)) {
            bytes.skipNBytes(BYTE_ORDER_MARK.length);
        }
        var separator = separatorOf(file, layout, new String(start, UTF_8).replace("\uFEFF", ""));
        var records =
                format(separator).build(handler(), new InputStreamReader(bytes, UTF_8)).iterator();
        return new Table(file, contents, records, new Header(records.next().getFields()));
    }

    private static boolean startsWithMark(byte[] start) {
        return start.length >= BYTE_ORDER_MARK.length
                && Stream.of(0, 1, 2).allMatch(i -> start[i] == BYTE_ORDER_MARK[i]);
    }

    private static char separatorOf(Folder.SourceFile file, Layout layout, String start) {
        if (start.isBlank()) {
            throw malformed(file, "it is empty: expected a header");
        }
        char best =
                SEPARATORS.stream()
                        .min(
                                Comparator.comparingInt(separator ->
                                        headerOf(start, separator)
                                                .missing(layout.required())
                                                .size()))
                        .orElseThrow();
        var header = headerOf(start, best);
        var missing = header.missing(layout.required());
        if (!missing.isEmpty()) {
            throw malformed(
                    file,
                    "expected a header in UTF-8 with the columns %s, found none named %s"
                            .formatted(
                                    String.join(", ", layout.required().stream().sorted().toList()),
                                    String.join(", ", missing)));
        }
        var repeated = header.repeated(layout.columns());
        if (!repeated.isEmpty()) {
            throw malformed(
                    file,
                    "expected each column once, found more than one named "
                            + String.join(", ", repeated));
        }
        return best;
    }

    /// One without columns when the text is no table with this separator.
    private static Header headerOf(String start, char separator) {
        try {
            return new Header(format(separator).ofSingleCsvRecord(handler(), start).getFields());
        } catch (CsvParseException _) {
            return new Header(List.of());
        }
    }

    private static CsvReader.CsvReaderBuilder format(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_ROW);
    }

    private static CsvRecordHandler handler() {
        return CsvRecordHandler.of(
                builder -> builder.maxFieldSize(LONGEST_ROW).maxRecordSize(LONGEST_ROW));
    }

    Header header() {
        return header;
    }

    /// The next row that says anything, or nothing at the end of the file.
    ///
    /// @throws CancellationException when the thread is interrupted
    Optional<Row> next() {
        try {
            while (records.hasNext()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted while reading " + file.name());
                }
                var found = records.next();
                var row = new Row(header, found.getFields(), found.getStartingLineNumber());
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            throw unavailable(file, Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            throw malformed(file, String.valueOf(e.getMessage()));
        }
    }

    /// The SHA-256 of what was read so far, uncompressed.
    String digest() {
        return HexFormat.of().formatHex(contents.getMessageDigest().digest());
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw unavailable(file, e);
        }
    }

    private static ConnectorException malformed(Folder.SourceFile file, String reason) {
        return new ConnectorException(
                ConnectorException.Kind.MALFORMED_RESPONSE,
                "%s is not read: %s".formatted(file.name(), reason));
    }

    private static RuntimeException unavailable(Folder.SourceFile file, IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return new CancellationException("interrupted while reading " + file.name());
        }
        var reason =
                switch (e) {
                    case NoSuchFileException _ -> "it is gone";
                    case AccessDeniedException _ -> "access is denied";
                    case EOFException _ -> "it ends early; is it still being written?";
                    case ZipException _ -> "it is no gzip file, or a damaged one";
                    default -> "%s".formatted(e.getMessage());
                };
        return new ConnectorException(
                ConnectorException.Kind.UNAVAILABLE,
                "%s cannot be read: %s".formatted(file.name(), reason),
                e);
    }
}

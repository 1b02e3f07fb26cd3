package dev.tallyport.adapter.rest.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.files.FocusConnector;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// Charges written to a file, and what the connector reads out of it.
public final class FocusFile {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private FocusFile() {}

    static byte[] written(List<FocusCharge> charges) {
        var out = new ByteArrayOutputStream();
        Export.Rows<FocusCharge> rows =
                taker -> {
                    charges.forEach(taker);
                    return Summary.NONE;
                };
        try {
            new Export<>("usage", Format.CSV, FocusCharge.TABLE, rows).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static List<UsageFact> imported(List<FocusCharge> charges) {
        try {
            var file = Files.createTempFile("focus", ".csv");
            try {
                Files.write(file, written(charges));
                var ledger = new Ledger();
                new FocusConnector()
                        .read(
                                new Settings(Map.of("path", file.toString())),
                                new ReadRequest(NOW, Optional.empty(), List.of()),
                                ledger);
                return ledger.facts;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps what it is handed over the first time.
    private static final class Ledger implements Sink {

        private final List<UsageFact> facts = new ArrayList<>();

        @Override
        public void accept(Batch batch) {
            facts.addAll(batch.facts());
            assertThat(batch.rejects()).isEmpty();
        }

        @Override
        public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
            return Collections.emptySortedSet();
        }

        @Override
        public void progress(long done, long expected) {}
    }
}

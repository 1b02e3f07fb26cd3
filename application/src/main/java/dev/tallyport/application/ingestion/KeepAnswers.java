package dev.tallyport.application.ingestion;

import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Exchanges;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps everything that a read goes by, so that it can be repeated: what the vendor answers, who
/// was known, and which days were stale.
final class KeepAnswers implements Exchanges, AutoCloseable {

    private final Optional<KeptAnswers.Writer> writer;
    private final AtomicLong waits = new AtomicLong();

    /// @param writer empty where nothing is to be kept
    KeepAnswers(Optional<KeptAnswers.Writer> writer) {
        this.writer = writer;
    }

    void keepKnown(List<DirectoryEntry> known) {
        writer.ifPresent(out -> out.write(ReadInputs.KNOWN, ReadInputs.ofKnown(known)));
    }

    void keepStale(String cut, Instant start, Instant end, SortedSet<LocalDate> days) {
        writer.ifPresent(
                out -> out.write(ReadInputs.stale(cut, start, end), ReadInputs.ofDays(days)));
    }

    /// Whatever a batch came from is kept before the batch is: else a repeat of this read would end
    /// with less than the read stored.
    void flush() {
        writer.ifPresent(KeptAnswers.Writer::flush);
    }

    @Override
    public boolean isReplay() {
        return false;
    }

    @Override
    public Optional<Answer> next(String request) {
        return Optional.empty();
    }

    @Override
    public void keep(String request, Answer answer) {
        writer.ifPresent(out -> out.writeAnswer(request, answer));
    }

    @Override
    public void waitUntil(Instant instant) {
        waits.incrementAndGet();
    }

    long waits() {
        return waits.get();
    }

    @Override
    public void close() {
        writer.ifPresent(KeptAnswers.Writer::close);
    }
}

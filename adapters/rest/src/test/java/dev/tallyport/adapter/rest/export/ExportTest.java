package dev.tallyport.adapter.rest.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExportTest {

    /// A reader that hangs up after so many bytes.
    private static final class Impatient extends OutputStream {

        private long left = 1 << 20;

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            left -= count;
            if (left < 0) {
                throw new IOException("nobody reads any more");
            }
        }
    }

    /// Rows without an end, out of something that must be closed.
    private static final class Endless implements Export.Rows<Sample>, AutoCloseable {

        private final AtomicLong handedOver = new AtomicLong();
        private final AtomicBoolean closed = new AtomicBoolean();

        @Override
        public Summary handTo(Consumer<Sample> taker) {
            try (this) {
                while (true) {
                    taker.accept(Sample.of("row " + handedOver.incrementAndGet()));
                }
            }
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whoHangsUpEndsTheExportAndWhatItHolds(Format format) {
        var rows = new Endless();
        var export = new Export<>("samples", format, Sample.TABLE, rows);

        assertThatThrownBy(() -> export.write(new Impatient()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nobody reads any more");

        assertThat(rows.closed).isTrue();
        assertThat(rows.handedOver).hasValueLessThan(1_000_000);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void rowsThatFailOnTheWayLeaveNoWholeFile(Format format) {
        var out = new ByteArrayOutputStream();
        Export.Rows<Sample> failing =
                taker -> {
                    taker.accept(Sample.of("the first"));
                    throw new IllegalStateException("no more of them");
                };

        assertThatThrownBy(() -> new Export<>("samples", format, Sample.TABLE, failing).write(out))
                .hasMessage("no more of them");

        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theAnswerIsAFileOfThatFormat(Format format) {
        var response = new Export<>("samples", format, Sample.TABLE, _ -> Summary.NONE).response();

        assertThat(response.getHeaderString("Content-Disposition"))
                .isEqualTo("attachment; filename=\"samples.%s\"", format.title());
        assertThat(response.getHeaderString("Content-Type")).isEqualTo(format.mediaType());
    }
}

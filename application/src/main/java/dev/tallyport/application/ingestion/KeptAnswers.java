package dev.tallyport.application.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.connector.spi.Exchanges;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.ObjIntConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Answers in parts of about a megabyte before they are compressed, so that what many of them have
/// in common costs little.
final class KeptAnswers {

    private static final int PART_BYTES = 1 << 20;

    private KeptAnswers() {}

    /// Collects answers into parts. Safe for threads.
    static final class Writer implements AutoCloseable {

        private final ObjIntConsumer<byte[]> store;
        private int part;
        private int bytes;
        private boolean answered;
        private ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        private DataOutputStream out = open(compressed);

        /// @param store takes a part and its number
        Writer(ObjIntConsumer<byte[]> store) {
            this.store = store;
        }

        /// What the vendor answered.
        synchronized void writeAnswer(String request, Exchanges.Answer answer) {
            answered = true;
            write(request, answer);
        }

        /// What the platform said; of no use where the vendor answered nothing.
        synchronized void write(String request, Exchanges.Answer answer) {
            try {
                var name = request.getBytes(UTF_8);
                out.writeInt(name.length);
                out.write(name);
                out.writeInt(answer.status());
                out.writeInt(answer.body().length);
                out.write(answer.body());
                bytes += name.length + answer.body().length;
                if (bytes >= PART_BYTES) {
                    store();
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        /// Stores what was written, before what follows from it is stored.
        synchronized void flush() {
            try {
                if (answered && bytes > 0) {
                    store();
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private void store() throws IOException {
            out.close();
            store.accept(compressed.toByteArray(), part++);
            bytes = 0;
            compressed = new ByteArrayOutputStream();
            out = open(compressed);
        }

        @Override
        public void close() {
            flush();
        }

        private static DataOutputStream open(ByteArrayOutputStream compressed) {
            try {
                return new DataOutputStream(new GZIPOutputStream(compressed));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    /// What is done with an answer found in a part.
    @FunctionalInterface
    interface Visitor {
        void visit(String request, Exchanges.Answer answer);
    }

    /// The answers of one part in their order.
    static void read(byte[] part, Visitor visitor) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(part)))) {
            for (int length = next(in); length >= 0; length = next(in)) {
                var request = new String(in.readNBytes(length), UTF_8);
                int status = in.readInt();
                visitor.visit(request, new Exchanges.Answer(status, in.readNBytes(in.readInt())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("kept answers that cannot be read", e);
        }
    }

    /// -1 at the end.
    private static int next(DataInputStream in) throws IOException {
        int first = in.read();
        return first < 0 ? -1 : (first << 24) | (in.read() << 16) | in.readUnsignedShort();
    }
}

package dev.tallyport.application.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Exchanges;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the platform itself told a connector in a read, written down as if the vendor had answered
/// it.
final class ReadInputs {

    static final String KNOWN = "known";

    private static final int OURS = 0;
    private static final byte PERSON = 1;
    private static final byte SERVICE_USER = 2;
    private static final byte ORGANIZATION = 3;

    private ReadInputs() {}

    static String stale(String cut, Instant start, Instant end) {
        return "stale " + cut + " " + start + "/" + end;
    }

    static Exchanges.Answer ofDays(SortedSet<LocalDate> days) {
        var lines = new StringBuilder();
        days.forEach(day -> lines.append(day).append('\n'));
        return new Exchanges.Answer(OURS, lines.toString().getBytes(UTF_8));
    }

    static SortedSet<LocalDate> days(Exchanges.Answer answer) {
        var days = new TreeSet<LocalDate>();
        new String(answer.body(), UTF_8).lines().map(LocalDate::parse).forEach(days::add);
        return days;
    }

    static Exchanges.Answer ofKnown(List<DirectoryEntry> known) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var entry : known) {
                switch (entry) {
                    case DirectoryEntry.Person person -> {
                        out.writeByte(PERSON);
                        write(out, person.id());
                        write(out, person.name());
                        write(out, person.email());
                        write(out, person.organizations());
                        write(out, person.roles());
                        write(out, person.groups());
                    }
                    case DirectoryEntry.ServiceUser program -> {
                        out.writeByte(SERVICE_USER);
                        write(out, program.id());
                        write(out, program.name());
                        write(out, program.organizations());
                    }
                    case DirectoryEntry.Organization organization -> {
                        out.writeByte(ORGANIZATION);
                        write(out, organization.id());
                        write(out, organization.name());
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Exchanges.Answer(OURS, bytes.toByteArray());
    }

    static List<DirectoryEntry> known(Exchanges.Answer answer) {
        var known = new ArrayList<DirectoryEntry>();
        try (var in = new DataInputStream(new ByteArrayInputStream(answer.body()))) {
            for (int kind = in.read(); kind >= 0; kind = in.read()) {
                var id = textOf(in);
                var name = text(in);
                known.add(
                        switch (kind) {
                            case PERSON ->
                                    new DirectoryEntry.Person(
                                            id, name, text(in), texts(in), texts(in), texts(in));
                            case SERVICE_USER ->
                                    new DirectoryEntry.ServiceUser(id, name, texts(in));
                            case ORGANIZATION -> new DirectoryEntry.Organization(id, name);
                            default -> throw new IOException("an entry of kind " + kind);
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a kept directory that cannot be read", e);
        }
        return known;
    }

    /// Of any length, unlike `writeUTF`.
    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String textOf(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), UTF_8);
    }

    private static void write(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            write(out, text.get());
        }
    }

    private static Optional<String> text(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(textOf(in)) : Optional.empty();
    }

    private static void write(DataOutputStream out, Set<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            write(out, text);
        }
    }

    private static Set<String> texts(DataInputStream in) throws IOException {
        var texts = new HashSet<String>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(textOf(in));
        }
        return texts;
    }
}

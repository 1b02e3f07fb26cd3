package dev.tallyport.adapter.rest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.audit.AuditEntry;
import dev.tallyport.application.audit.AuditTrail.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditExportTest {

    private static final Wanted EVERYTHING =
            new Wanted(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty());

    private final ObjectMapper json =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 1000, 1001, 2000, 2500})
    void everyEntryIsExportedOnceTheLatestFirst(long entries) {
        var lines = exported(Format.JSON_LINES, logOf(entries)).lines().toList();

        assertThat(lines)
                .hasSize(Math.toIntExact(entries))
                .extracting(this::numberIn)
                .containsExactlyElementsOf(
                        LongStream.range(0, entries).mapToObj(i -> entries - i).toList());
    }

    @Test
    void anEmptyLogIsALineOfNames() {
        assertThat(exported(Format.CSV, logOf(0)).strip())
                .isEqualTo("number,at,principal,name,origin,action,target,before,after");
        assertThat(exported(Format.JSON_LINES, logOf(0))).isEmpty();
    }

    @Test
    void anEntryIsALineOfValues() {
        var lines = exported(Format.CSV, logOf(1)).lines().toList();

        assertThat(lines)
                .containsExactly(
                        "number,at,principal,name,origin,action,target,before,after",
                        "1,1970-01-01T00:00:00Z,person:7,\"Lovelace, Ada\",192.0.2.7,role.given,"
                                + "person:8,{},\"{\"\"role\"\":\"\"lead\"\"}\"");
    }

    @Test
    void aLineOfJsonIsAnEntryAsTheApiAnswersIt() throws JsonProcessingException {
        var answered = json.writeValueAsString(EntryView.of(entry(1)));

        assertThat(exported(Format.JSON_LINES, logOf(1)).lines()).containsExactly(answered);
    }

    private String exported(Format format, Function<Wanted, List<AuditEntry>> log) {
        var out = new ByteArrayOutputStream();
        try {
            new Export<>("audit", format, AuditExport.TABLE, new AuditExport(EVERYTHING, log))
                    .write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8);
    }

    private long numberIn(String line) {
        try {
            return json.readTree(line).get("number").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Entries 1 to `entries`, a page at a time.
    private static Function<Wanted, List<AuditEntry>> logOf(long entries) {
        return wanted -> {
            var latest = wanted.before().orElse(entries + 1) - 1;
            var earliest = Math.max(1, latest - AuditExport.PAGE + 1);
            return LongStream.rangeClosed(earliest, latest)
                    .mapToObj(i -> entry(latest + earliest - i))
                    .toList();
        };
    }

    private static AuditEntry entry(long number) {
        var after = new TreeMap<String, String>();
        after.put("role", "lead");
        return new AuditEntry(
                number,
                Instant.EPOCH,
                "person:7",
                "Lovelace, Ada",
                Optional.of("192.0.2.7"),
                "role.given",
                "person:8",
                new TreeMap<>(),
                after);
    }
}

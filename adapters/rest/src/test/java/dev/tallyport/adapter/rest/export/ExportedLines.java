package dev.tallyport.adapter.rest.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// What a file says, beside what the API answers.
public final class ExportedLines {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ExportedLines() {}

    public static <R> List<JsonNode> of(Table<R> table, List<R> rows, Summary summary) {
        return of(
                new Export<>(
                        "some",
                        Format.JSON_LINES,
                        table,
                        taker -> {
                            rows.forEach(taker);
                            return summary;
                        }));
    }

    public static List<JsonNode> of(Export<?> export) {
        var out = new ByteArrayOutputStream();
        try {
            export.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8).lines().map(ExportedLines::read).toList();
    }

    /// As the API writes it.
    public static JsonNode answered(Object view) {
        try {
            return read(JSON.writeValueAsString(view));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The members that are not null, in their order.
    public static List<String> stated(JsonNode object) {
        return object.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .map(member -> member.getKey() + "=" + member.getValue())
                .toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.tallyport.adapter.rest.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class JsonLinesTableWriterTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Provide
    static Arbitrary<List<Sample>> rows() {
        return Sample.samples().list().ofMaxSize(5);
    }

    @Property(tries = 300)
    void everyRowIsAnObjectOnALineOfItsOwnAndTheSummaryTheLast(
            @ForAll("rows") List<Sample> rows, @ForAll("rows") List<Sample> summary) {
        var file = written(rows, Sample.summary(summary));

        var lines = file.split("\n", -1);

        assertThat(lines).hasSize(rows.size() + 2).endsWith("");
        for (int i = 0; i < rows.size(); i++) {
            requireSame(read(lines[i]), rows.get(i));
        }
        var samples = read(lines[rows.size()]).get("summary").get("samples");
        assertThat(samples).hasSize(summary.size());
        for (int i = 0; i < summary.size(); i++) {
            requireSame(samples.get(i), summary.get(i));
        }
    }

    @Test
    void withoutASummaryThereAreRowsOnly() {
        var file = written(List.of(Sample.of("a")), Summary.NONE);

        assertThat(file)
                .isEqualTo(
                        "{\"text\":\"a\",\"day\":null,\"moment\":null,\"decimal\":null,"
                                + "\"whole\":null,\"truth\":null,\"members\":null}\n");
    }

    @Test
    void numbersHaveNoExponent() {
        var file = written(List.of(Sample.of(new BigDecimal("-1E+2"))), Summary.NONE);

        assertThat(file).contains("\"decimal\":-100,");
    }

    private static String written(List<Sample> rows, Summary summary) {
        return new String(Sample.written(Format.JSON_LINES, rows, summary), UTF_8);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireSame(JsonNode object, Sample row) {
        assertThat(object.fieldNames())
                .toIterable()
                .containsExactly("text", "day", "moment", "decimal", "whole", "truth", "members");
        assertThat(stated(object, "text").map(JsonNode::textValue)).isEqualTo(row.text());
        assertThat(stated(object, "day").map(JsonNode::textValue).map(LocalDate::parse))
                .isEqualTo(row.day());
        assertThat(stated(object, "moment").map(JsonNode::textValue).map(Instant::parse))
                .isEqualTo(row.moment());
        assertThat(stated(object, "decimal").map(JsonNode::decimalValue).map(Sample::stripped))
                .isEqualTo(row.decimal());
        assertThat(stated(object, "whole").map(JsonNode::longValue)).isEqualTo(row.whole());
        assertThat(stated(object, "truth").map(JsonNode::booleanValue)).isEqualTo(row.truth());
        assertThat(stated(object, "members").map(JsonLinesTableWriterTest::members))
                .isEqualTo(row.members());
    }

    private static Optional<JsonNode> stated(JsonNode object, String name) {
        return Optional.of(object.get(name)).filter(value -> !value.isNull());
    }

    private static SortedMap<String, String> members(JsonNode object) {
        var members = new TreeMap<String, String>();
        object.properties()
                .forEach(member -> members.put(member.getKey(), member.getValue().textValue()));
        return members;
    }
}

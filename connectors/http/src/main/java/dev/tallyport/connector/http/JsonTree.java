package dev.tallyport.connector.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Reads JSON into a tree with exact numbers. Of members with one name, the last counts.
final class JsonTree {

    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNumberLength(1_000)
                    .maxNameLength(10_000)
                    .maxStringLength(1 << 20)
                    .build();

    private static final ObjectReader READER =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build())
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .reader();

    private JsonTree() {}

    /// A missing node for no bytes at all.
    static JsonNode parse(byte[] json) throws JsonProcessingException {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (NumberFormatException _) {
            // The parser lets it through for an exponent that no BigDecimal has.
            throw new StreamConstraintsException("a number with an exponent beyond bounds");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

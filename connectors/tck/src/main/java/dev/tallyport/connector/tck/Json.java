package dev.tallyport.connector.tck;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Spoils the JSON of an answer and leaves every number in it exact.
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private Json() {}

    /// @param change says whether there was anything to spoil
    static Attack spoiling(Predicate<JsonNode> change) {
        return (_, honest) -> {
            if (!honest.isSuccess()) {
                return Optional.empty();
            }
            return parse(honest).filter(change).map(changed -> honest.withBody(bytes(changed)));
        };
    }

    /// @param change of the records of one answer, of which there is at least one; says whether
    ///   there was anything to spoil
    static Attack spoilingRecords(String pointer, Predicate<ArrayNode> change) {
        return spoiling(answer ->
                answer.at(pointer) instanceof ArrayNode records
                        && !records.isEmpty()
                        && change.test(records));
    }

    static Optional<JsonNode> parse(Response response) {
        try {
            return Optional.of(MAPPER.readTree(response.body()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Puts a value in a member's place, if the member is there.
    ///
    /// @param value missing to take the member away
    static boolean replace(JsonNode record, String pointer, JsonNode value) {
        var place = JsonPointer.compile(pointer);
        if (record.at(place).isMissingNode()
                || !(record.at(place.head()) instanceof ObjectNode parent)) {
            return false;
        }
        var name = place.last().getMatchingProperty();
        if (value.isMissingNode()) {
            parent.remove(name);
        } else {
            parent.set(name, value);
        }
        return true;
    }

    /// Adds members that no vendor documents to every object.
    ///
    /// @param maps names of members whose values get none
    static void addUnknownMembers(JsonNode json, Set<String> maps) {
        addUnknownMembers(json, false, maps);
    }

    private static void addUnknownMembers(JsonNode json, boolean isMap, Set<String> maps) {
        if (json instanceof ArrayNode items) {
            items.forEach(item -> addUnknownMembers(item, false, maps));
        }
        if (json instanceof ObjectNode object) {
            object.properties()
                    .forEach(member ->
                            addUnknownMembers(
                                    member.getValue(), maps.contains(member.getKey()), maps));
            if (!isMap) {
                object.put("unheard_of", "of");
                object.putObject("unheard_of_object").put("records", 7);
                object.putArray("unheard_of_list").add(1).addNull();
            }
        }
    }
}

package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The members of one JSON object that was sent. Collects everything that is wrong with them; a
/// misspelt one is wrong too, since a wish that is ignored looks granted and is not.
public final class Body {

    private static final ObjectReader JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .reader();

    private static final String NOTHING = "nothing";

    private final ObjectNode sent;
    private final String path;
    private final List<Violation> violations;

    private Body(ObjectNode sent, String path, List<Violation> violations) {
        this.sent = sent;
        this.path = path;
        this.violations = violations;
    }

    /// Nothing at all is an object without members.
    ///
    /// @throws ProblemException when it is not one JSON object; not saying what it is instead
    public static Body of(byte[] sent, String... known) {
        return of(sent, object -> new Body(object, "", new ArrayList<>()).knowing(known));
    }

    private static Body of(byte[] sent, Function<ObjectNode, Body> read) {
        try {
            return switch (sent.length == 0 ? JSON.createObjectNode() : JSON.readTree(sent)) {
                case ObjectNode object -> read.apply(object);
                default -> throw ProblemException.badRequest("The body must be one JSON object");
            };
        } catch (JsonProcessingException e) {
            throw ProblemException.badRequest(
                    "The body must be one JSON object that names no member twice; it stops being"
                            + " one "
                            + place(e));
        } catch (IOException _) {
            throw ProblemException.badRequest("The body must be one JSON object in UTF-8");
        } catch (NumberFormatException _) {
            throw ProblemException.badRequest("A number in the body is larger than any can be");
        }
    }

    /// The members of a query that is sent as an object: values, or arrays of values.
    ///
    /// @throws ProblemException when it is no such object, naming every member that is wrong
    static Map<String, List<String>> parameters(byte[] sent) {
        var body = of(sent, object -> new Body(object, "", new ArrayList<>()));
        var parameters = new LinkedHashMap<String, List<String>>();
        body.sent
                .properties()
                .forEach(member -> {
                    var values = new ArrayList<String>();
                    if (member.getValue() instanceof ArrayNode array) {
                        array.forEach(value -> body.readValue(member.getKey(), value, values));
                    } else if (!member.getValue().isNull()) {
                        body.readValue(member.getKey(), member.getValue(), values);
                    }
                    if (!member.getValue().isNull()) {
                        parameters.put(member.getKey(), values);
                    }
                });
        body.requireValid();
        return parameters;
    }

    private void readValue(String member, JsonNode value, List<String> values) {
        if (value.isTextual() || value.isNumber() || value.isBoolean()) {
            values.add(value.asText());
        } else {
            reject(member, "a value, or an array of values", found(value));
        }
    }

    /// What is too deep, too long or has too many digits has no place.
    private static String place(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null
                ? "where it is nested deeper, or a name or number in it is longer, than is read here"
                : "at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private Body knowing(String... known) {
        var unknown = new TreeSet<String>();
        sent.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(known));
        for (var name : unknown) {
            reject(name, "one of the members " + String.join(", ", known), name);
        }
        return this;
    }

    public void reject(String member, String expected, String found) {
        violations.add(Violation.ofMember(path + member, expected, found));
    }

    /// Whether the member is there, be it `null`.
    public boolean has(String member) {
        return sent.has(member);
    }

    /// The value of a member that must be there; empty when it is not, or is wrong.
    public <T> Optional<T> required(String member, Kind<T> kind) {
        var value = sent.get(member);
        if (value == null) {
            reject(member, kind.expected(), NOTHING);
            return Optional.empty();
        }
        return read(member, value, kind);
    }

    /// The value of a member that can be absent, and cannot be `null`; empty when it is absent, or
    /// wrong.
    public <T> Optional<T> one(String member, Kind<T> kind) {
        return has(member) ? required(member, kind) : Optional.empty();
    }

    /// The value of a member that can be absent or `null`; empty when it is, or is wrong.
    public <T> Optional<T> oneOrNull(String member, Kind<T> kind) {
        return sent.hasNonNull(member) ? required(member, kind) : Optional.empty();
    }

    /// The values in an array that must be there; without those that are wrong.
    public <T> Set<T> several(String member, Kind<T> kind) {
        var values = new LinkedHashSet<T>();
        if (sent.get(member) instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                read(member + "[" + i + "]", array.get(i), kind).ifPresent(values::add);
            }
        } else {
            reject(member, "an array, each of it " + kind.expected(), found(sent.get(member)));
        }
        return values;
    }

    /// The object in a member that must be there; empty when it is not, or is wrong.
    public Optional<Body> object(String member, String... known) {
        if (sent.get(member) instanceof ObjectNode object) {
            return Optional.of(new Body(object, path + member + ".", violations).knowing(known));
        }
        reject(member, "an object of " + String.join(", ", known), found(sent.get(member)));
        return Optional.empty();
    }

    /// The object in a member that can be absent or `null`; empty when it is, or is wrong.
    public Optional<Body> objectOrNull(String member, String... known) {
        return sent.hasNonNull(member) ? object(member, known) : Optional.empty();
    }

    /// The members of an object that can be absent, whatever they are called, each of which can be
    /// `null`; without those that are wrong.
    public <T> Map<String, Optional<T>> members(String member, Kind<T> kind) {
        var members = new LinkedHashMap<String, Optional<T>>();
        switch (sent.get(member)) {
            case null -> {}
            case ObjectNode object -> {
                var inner = new Body(object, path + member + ".", violations);
                object.fieldNames()
                        .forEachRemaining(name -> members.put(name, inner.oneOrNull(name, kind)));
            }
            case JsonNode other ->
                    reject(member, "an object", kind.secret() ? "something else" : found(other));
        }
        return members;
    }

    /// @throws ProblemException naming everything that is wrong, if anything is
    public void requireValid() {
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }

    private <T> Optional<T> read(String member, JsonNode value, Kind<T> kind) {
        var read =
                value.getNodeType() == kind.written()
                        ? kind.parse().apply(value.asText())
                        : Optional.<T>empty();
        if (read.isEmpty()) {
            reject(member, kind.expected(), kind.secret() ? "something else" : found(value));
        }
        return read;
    }

    private static String found(@Nullable JsonNode value) {
        if (value == null) {
            return NOTHING;
        }
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING, NUMBER, BOOLEAN, NULL, BINARY, MISSING, POJO -> value.asText();
        };
    }
}

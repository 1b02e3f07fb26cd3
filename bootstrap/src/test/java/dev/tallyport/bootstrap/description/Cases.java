package dev.tallyport.bootstrap.description;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tallyport.bootstrap.description.Described.Operation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Requests that are wrong somewhere, made up from what the application says it understands. The
/// same of the same seed.
final class Cases {

    private static final List<String> UNDECODABLE =
            List.of("%", "%ZZ", "%0", "%00", "%C3%28", "%ED%A0%80", "%F5%80%80%80", "%25%32%66");
    private static final List<String> MEDIA_TYPES =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/json;charset=utf-16",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "*/*",
                    "json",
                    ";",
                    "");
    private static final List<String> ODD_HEADERS =
            List.of("Accept", "If-None-Match", "If-Match", "Range", "X-CSRF-Token", "Cookie");

    /// What of an operation a case spoils.
    sealed interface Aim {
        Operation operation();

        record Parameter(Operation operation, String name) implements Aim {}

        /// @param path the names of the members that lead there
        record Member(Operation operation, List<String> path) implements Aim {}

        record Body(Operation operation) implements Aim {}

        /// What no operation says anything of.
        record Anything(Operation operation) implements Aim {}
    }

    record Case(Aim aim, Wire.Request request) {}

    private final Described described;
    private final Map<String, List<String>> known;
    private final long seed;
    private final List<Aim> aims;

    /// @param known values that name something, by the names of parameters
    Cases(Described described, Map<String, List<String>> known, long seed) {
        this.described = described;
        this.known = known;
        this.seed = seed;
        this.aims = described.operations().stream().flatMap(this::aims).toList();
    }

    private Stream<Aim> aims(Operation operation) {
        var aims = new ArrayList<Aim>();
        described
                .parameters(operation)
                .forEach(parameter ->
                        aims.add(new Aim.Parameter(operation, parameter.path("name").asText())));
        described
                .requestBody(operation)
                .ifPresent(body -> {
                    aims.add(new Aim.Body(operation));
                    addMembers(aims, operation, body.path("schema"), List.of());
                });
        aims.add(new Aim.Anything(operation));
        return aims.stream();
    }

    private void addMembers(
            List<Aim> aims, Operation operation, JsonNode schema, List<String> path) {
        described
                .resolved(schema)
                .path("properties")
                .properties()
                .forEach(member -> {
                    var deeper = Stream.concat(path.stream(), Stream.of(member.getKey())).toList();
                    aims.add(new Aim.Member(operation, deeper));
                    addMembers(aims, operation, member.getValue(), deeper);
                });
    }

    List<Aim> aims() {
        return aims;
    }

    /// Each aim in its turn.
    Case number(int number) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        var aim = aims.get(number % aims.size());
        return new Case(aim, request(aim, random));
    }

    private Wire.Request request(Aim aim, RandomGenerator random) {
        var garbage = new Garbage(random);
        var operation = aim.operation();
        var path = operation.path();
        var query = new ArrayList<String>();
        var headers = new ArrayList<>(List.of("Authorization: Bearer " + Installation.KEY));
        for (var parameter : described.parameters(operation)) {
            var name = parameter.path("name").asText();
            var spoilt = aim instanceof Aim.Parameter(_, var aimedAt) && aimedAt.equals(name);
            switch (parameter.path("in").asText()) {
                case "path" ->
                        path =
                                path.replace(
                                        "{" + name + "}",
                                        encoded(value(parameter, spoilt, random)));
                case "query" -> {
                    if (spoilt
                            || parameter.path("required").asBoolean()
                            || random.nextInt(3) == 0) {
                        query.add(name + "=" + encoded(value(parameter, spoilt, random)));
                        if (spoilt && random.nextInt(8) == 0) {
                            query.add(name + "=" + encoded(value(parameter, true, random)));
                        }
                    }
                }
                case "header" -> {
                    if (spoilt) {
                        headers.add(name + ": " + printable(value(parameter, true, random)));
                    }
                }
                default -> throw new AssertionError("a parameter in " + parameter.path("in"));
            }
        }
        var method = operation.method();
        if (aim instanceof Aim.Anything) {
            switch (random.nextInt(4)) {
                case 0 -> query.add(encoded(garbage.text(List.of())) + "=" + encoded("x"));
                case 1 -> query.add("from=" + garbage.one(UNDECODABLE));
                case 2 -> method = method.equals("GET") ? "HEAD" : method;
                default ->
                        headers.add(
                                garbage.one(ODD_HEADERS)
                                        + ": "
                                        + printable(garbage.text(List.of("text/csv", "\"tag\""))));
            }
        }
        var body = body(aim, random);
        if (body.length > 0) {
            headers.add(
                    "Content-Type: "
                            + (random.nextInt(12) == 0
                                    ? garbage.one(MEDIA_TYPES)
                                    : "application/json"));
        }
        var target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return new Wire.Request(method, target, headers, ByteBuffer.wrap(body));
    }

    private String value(JsonNode parameter, boolean spoilt, RandomGenerator random) {
        var garbage = new Garbage(random);
        var plausible = plausible(parameter);
        return spoilt || plausible.isEmpty() ? garbage.text(plausible) : garbage.one(plausible);
    }

    /// What is known to exist, what the examples say, and what it must be one of.
    private List<String> plausible(JsonNode parameter) {
        var schema = described.resolved(parameter.path("schema"));
        var plausible =
                new ArrayList<>(known.getOrDefault(parameter.path("name").asText(), List.of()));
        Stream.of(parameter, schema)
                .flatMap(one -> Described.examples(one).stream())
                .map(Cases::written)
                .forEach(plausible::add);
        schema.path("enum").valueStream().map(JsonNode::asText).forEach(plausible::add);
        return plausible;
    }

    private static String written(JsonNode example) {
        return example.isArray()
                ? example.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
                : example.asText();
    }

    private byte[] body(Aim aim, RandomGenerator random) {
        var garbage = new Garbage(random);
        var described = this.described.requestBody(aim.operation());
        if (described.isEmpty()) {
            return aim instanceof Aim.Anything && random.nextInt(10) == 0
                    ? garbage.body("{}".getBytes(UTF_8))
                    : new byte[0];
        }
        var right = example(described.get(), garbage);
        if (aim instanceof Aim.Member(_, var path)) {
            spoil(right, path, garbage);
        }
        return aim instanceof Aim.Body ? garbage.body(bytes(right)) : bytes(right);
    }

    private static ObjectNode example(JsonNode body, Garbage garbage) {
        var examples = Described.examples(body);
        return !examples.isEmpty() && garbage.one(examples) instanceof ObjectNode example
                ? example.deepCopy()
                : Described.JSON.createObjectNode();
    }

    private void spoil(ObjectNode body, List<String> path, Garbage garbage) {
        var inside = body;
        for (var name : path.subList(0, path.size() - 1)) {
            inside =
                    inside.path(name) instanceof ObjectNode object
                            ? object
                            : inside.putObject(name);
        }
        var name = path.getLast();
        var right = inside.path(name).asText();
        var plausible = new ArrayList<>(known.getOrDefault(name, List.of()));
        if (!right.isEmpty()) {
            plausible.add(right);
        }
        inside.set(name, garbage.value(plausible));
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return Described.JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// With everything encoded that may not stand for itself.
    private static String encoded(String text) {
        return Installation.encoded(text);
    }

    /// Without what ends a header.
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x1f\\x7f]", "");
    }
}

package dev.tallyport.connector.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// A value in an answer that knows where it is. Its type is checked when it is read: everything
/// here throws [MalformedMember], naming the place, for what is missing or of another type. A
/// member that is null counts as missing.
public final class JsonValue {

    private static final long FIRST_SECOND = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static final String DECIMAL = "a number or the text of one";
    private static final Pattern DECIMAL_TEXT =
            Pattern.compile("[+-]?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,3})?");
    private static final String DATE = "a date such as 2026-06-01";
    private static final String INSTANT = "a time such as 2026-06-01T08:00:00Z";

    // Put together only when it is asked for, which is seldom.
    private final Supplier<String> path;
    private final JsonNode node;

    private JsonValue(Supplier<String> path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    public static JsonValue root(JsonNode answer) {
        return new JsonValue(() -> "$", answer);
    }

    /// A document that came as text inside something else, such as a column of a table.
    ///
    /// @throws MalformedMember when the text is no JSON
    public static JsonValue parse(String json) {
        try {
            return root(JsonTree.parse(json.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException _) {
            throw new MalformedMember("$", "expected JSON, found other text");
        }
    }

    /// Where this is in the answer, such as `$.consumption_by_date[3]`.
    public String path() {
        return path.get();
    }

    /// Whether this object has such a member, be it null: some vendors state by null what they say
    /// nothing of by leaving a member out.
    public boolean has(String name) {
        expect("an object", JsonNode::isObject);
        return node.has(name);
    }

    /// What is reached by one member after the other, of any type; itself for none. Empty when one
    /// of them is missing or null.
    public Optional<JsonValue> at(List<String> names) {
        var reached = Optional.of(this);
        for (var name : names) {
            reached = reached.flatMap(value -> value.optional(name, "anything", _ -> true));
        }
        return reached;
    }

    /// A member that is an object.
    public JsonValue member(String name) {
        return required(name, "an object", JsonNode::isObject);
    }

    /// A member that is an object.
    public Optional<JsonValue> optionalMember(String name) {
        return optional(name, "an object", JsonNode::isObject);
    }

    /// The elements of a member that is an array; each may be of any type.
    public List<JsonValue> array(String name) {
        return required(name, "an array", JsonNode::isArray).elements();
    }

    /// The elements of this array; each may be of any type.
    public List<JsonValue> elements() {
        expect("an array", JsonNode::isArray);
        var elements = new ArrayList<JsonValue>(node.size());
        for (var element : node) {
            int index = elements.size();
            elements.add(new JsonValue(() -> path() + "[" + index + "]", element));
        }
        return Collections.unmodifiableList(elements);
    }

    /// Text that every store can hold: no NUL, no half of a surrogate pair. May be empty.
    public String text(String name) {
        return required(name, "text", JsonNode::isTextual).text();
    }

    /// This text, as [#text(String)].
    public String text() {
        expect("text", JsonNode::isTextual);
        requireStorable(node.textValue(), this::path);
        return node.textValue();
    }

    /// Text as [#text(String)].
    public Optional<String> optionalText(String name) {
        return optional(name, "text", JsonNode::isTextual).map(value -> value.text());
    }

    public boolean flag(String name) {
        return required(name, "true or false", JsonNode::isBoolean).node.booleanValue();
    }

    public Optional<Boolean> optionalFlag(String name) {
        return optional(name, "true or false", JsonNode::isBoolean)
                .map(value -> value.node.booleanValue());
    }

    /// A number free of [binary artefacts][Decimals#withoutBinaryArtefact], with at most 20 digits
    /// in front of the point and 40 behind it, without zeros at the end of the latter.
    public BigDecimal number(String name) {
        return required(name, "a number", JsonNode::isNumber).number();
    }

    /// A number as [#number].
    public Optional<BigDecimal> optionalNumber(String name) {
        return optional(name, "a number", JsonNode::isNumber).map(JsonValue::number);
    }

    /// A number, or the text of one without separators and units, such as `12.50`; as [#number].
    public BigDecimal decimal(String name) {
        return required(name, DECIMAL, JsonValue::isDecimal).decimal();
    }

    /// A number as [#decimal(String)].
    public Optional<BigDecimal> optionalDecimal(String name) {
        return optional(name, DECIMAL, JsonValue::isDecimal).map(value -> value.decimal());
    }

    /// This number, as [#decimal(String)].
    public BigDecimal decimal() {
        expect(DECIMAL, JsonValue::isDecimal);
        return plain(node.isTextual() ? new BigDecimal(node.textValue()) : node.decimalValue());
    }

    /// Every member of this object as [#number], in the vendor's order. Null members are left out.
    public Map<String, BigDecimal> numbers() {
        expect("an object", JsonNode::isObject);
        var numbers = new LinkedHashMap<String, BigDecimal>();
        for (var member : node.properties()) {
            requireStorable(member.getKey(), () -> pathOf(member.getKey()));
            optionalNumber(member.getKey())
                    .ifPresent(number -> numbers.put(member.getKey(), number));
        }
        return Collections.unmodifiableMap(numbers);
    }

    /// The names of this object's members, in the vendor's order; each can be stored.
    public List<String> names() {
        expect("an object", JsonNode::isObject);
        var names = new ArrayList<String>();
        for (var member : node.properties()) {
            requireStorable(member.getKey(), () -> pathOf(member.getKey()));
            names.add(member.getKey());
        }
        return Collections.unmodifiableList(names);
    }

    /// A whole number of Unix seconds within the years 1 to 9999.
    public Instant epochSeconds(String name) {
        var seconds = number(name);
        if (seconds.scale() > 0
                || seconds.compareTo(BigDecimal.valueOf(FIRST_SECOND)) < 0
                || seconds.compareTo(BigDecimal.valueOf(LAST_SECOND)) > 0) {
            throw new MalformedMember(
                    pathOf(name),
                    "expected whole Unix seconds within the years 1 to 9999, found another number");
        }
        return Instant.ofEpochSecond(seconds.longValueExact());
    }

    /// A text such as `2026-06-01`.
    public LocalDate date(String name) {
        return required(name, DATE, JsonNode::isTextual).date();
    }

    /// A date as [#date(String)].
    public Optional<LocalDate> optionalDate(String name) {
        return optional(name, DATE, JsonNode::isTextual).map(value -> value.date());
    }

    /// This date, as [#date(String)].
    public LocalDate date() {
        return parsed(DATE, text -> LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE));
    }

    /// A text such as `2026-06-01T08:00:00Z` or `2026-06-01T10:00:00+02:00`. One without an offset
    /// is malformed, since nobody knows which instant it means.
    public Instant instant(String name) {
        return required(name, INSTANT, JsonNode::isTextual).instant();
    }

    /// An instant as [#instant(String)].
    public Optional<Instant> optionalInstant(String name) {
        return optional(name, INSTANT, JsonNode::isTextual).map(value -> value.instant());
    }

    /// This instant, as [#instant(String)].
    public Instant instant() {
        return parsed(INSTANT, text -> OffsetDateTime.parse(text).toInstant());
    }

    /// Whether both hold the same, wherever they are.
    boolean isSameAs(JsonValue other) {
        return node.equals(other.node);
    }

    @Override
    public String toString() {
        return path();
    }

    private Optional<JsonValue> optional(
            String name, String expected, Predicate<JsonNode> isExpected) {
        expect("an object", JsonNode::isObject);
        var member = node.path(name);
        if (member.isMissingNode() || member.isNull()) {
            return Optional.empty();
        }
        var value = new JsonValue(() -> pathOf(name), member);
        value.expect(expected, isExpected);
        return Optional.of(value);
    }

    private JsonValue required(String name, String expected, Predicate<JsonNode> isExpected) {
        return optional(name, expected, isExpected)
                .orElseThrow(() ->
                        new MalformedMember(
                                pathOf(name),
                                "expected "
                                        + expected
                                        + ", found "
                                        + (node.has(name) ? "null" : "nothing")));
    }

    private void expect(String expected, Predicate<JsonNode> isExpected) {
        if (!isExpected.test(node)) {
            throw new MalformedMember(
                    path(), "expected " + expected + ", found " + nameOf(node.getNodeType()));
        }
    }

    private BigDecimal number() {
        return plain(node.decimalValue());
    }

    private BigDecimal plain(BigDecimal stated) {
        return Decimals.bounded(Decimals.withoutBinaryArtefact(stated))
                .orElseThrow(() ->
                        new MalformedMember(
                                path(),
                                "out of bounds: expected at most 20 digits in front of the point"
                                        + " and 40 behind it, found more"));
    }

    /// Only of years with four digits.
    private <T> T parsed(String expected, Function<String, T> parser) {
        expect(expected, JsonNode::isTextual);
        try {
            if (Character.isDigit(node.textValue().codePointAt(0))) {
                return parser.apply(node.textValue());
            }
        } catch (DateTimeException | IndexOutOfBoundsException _) {
            // Told below.
        }
        throw new MalformedMember(path(), "expected " + expected + ", found other text");
    }

    private static boolean isDecimal(JsonNode node) {
        return node.isNumber()
                || (node.isTextual() && DECIMAL_TEXT.matcher(node.textValue()).matches());
    }

    private static void requireStorable(String text, Supplier<String> path) {
        if (text.codePoints()
                .anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new MalformedMember(
                    path.get(), "expected text, found a NUL or half of a surrogate pair in it");
        }
    }

    private String pathOf(String name) {
        if (name.matches("[A-Za-z_][A-Za-z0-9_-]{0,99}")) {
            return path() + "." + name;
        }
        var shown = OneLine.of(name, 100).replace("\\", "\\\\").replace("'", "\\'");
        return path() + "['" + shown + "']";
    }

    private static String nameOf(JsonNodeType type) {
        return switch (type) {
            case ARRAY -> "an array";
            case BOOLEAN -> "true or false";
            case MISSING -> "nothing";
            case NULL -> "null";
            case NUMBER -> "a number";
            case OBJECT -> "an object";
            case STRING -> "text";
            case BINARY, POJO -> "something that is not JSON";
        };
    }
}

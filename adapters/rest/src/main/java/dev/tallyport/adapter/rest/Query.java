package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Format;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// The parameters of one request. Collects everything that is wrong with them; a misspelt one is
/// wrong too, since an answer that ignores a filter looks right and is not.
public final class Query {

    public static final String SEARCH = "search";
    public static final String AFTER = "after";
    public static final String LIMIT = "limit";
    public static final String FORMAT = "format";

    private static final int DEFAULT_LIMIT = 100;

    private final Map<String, List<String>> sent;
    private final Written written;
    private final List<Violation> violations = new ArrayList<>();

    private Query(Map<String, List<String>> sent, Written written) {
        this.sent = sent;
        this.written = written;
    }

    /// How a query is sent.
    private enum Written {
        /// Values of one parameter may be joined by commas.
        AS_PARAMETERS,
        /// As the members of a document, several values in an array.
        AS_MEMBERS
    }

    public static Query of(Map<String, List<String>> sent, String... known) {
        return of(sent, List.of(known));
    }

    public static Query of(Map<String, List<String>> sent, List<String> known) {
        return new Query(sent, Written.AS_PARAMETERS).knowing(known);
    }

    /// A query that is sent as one JSON object: each member is what the parameter of its name is,
    /// and several values are an array.
    ///
    /// @throws ProblemException when it is no such object
    public static Query ofDocument(byte[] sent, List<String> known) {
        return new Query(Body.parameters(sent), Written.AS_MEMBERS).knowing(known);
    }

    /// The parameters of a question whose answer is to be a file.
    static List<String> andFormat(List<String> parameters) {
        return Stream.concat(Stream.of(FORMAT), parameters.stream()).toList();
    }

    private Query knowing(List<String> known) {
        var unknown = new TreeSet<>(sent.keySet());
        known.forEach(unknown::remove);
        for (var name : unknown) {
            reject(name, "one of the parameters " + String.join(", ", known), name);
        }
        return this;
    }

    /// As it was sent, right or wrong.
    public Map<String, List<String>> sent() {
        return sent;
    }

    public boolean has(String parameter) {
        return sent.containsKey(parameter);
    }

    public void reject(String parameter, String expected, String found) {
        violations.add(
                switch (written) {
                    case AS_PARAMETERS -> Violation.ofParameter(parameter, expected, found);
                    case AS_MEMBERS -> Violation.ofMember(parameter, expected, found);
                });
    }

    /// The value of a parameter that is given at most once; empty when it is not, or is wrong.
    ///
    /// @param parse empty for what is not expected
    public <T> Optional<T> one(String name, String expected, Function<String, Optional<T>> parse) {
        var values = sent.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            reject(name, expected + ", once", String.join(", ", values));
            return Optional.empty();
        }
        var value = parse.apply(values.getFirst());
        if (value.isEmpty()) {
            reject(name, expected, values.getFirst());
        }
        return value;
    }

    public <T> Optional<T> one(String name, Kind<T> kind) {
        return one(name, kind.expected(), kind.parse());
    }

    /// The value of a parameter that must be given; empty when it is not, or is wrong.
    public <T> Optional<T> required(String name, Kind<T> kind) {
        if (!has(name)) {
            reject(name, kind.expected(), "");
        }
        return one(name, kind);
    }

    /// The values of a parameter that is repeated, in their order; without those that are wrong.
    public <T> List<T> each(String name, Kind<T> kind) {
        var values = new ArrayList<T>();
        for (var text : sent.getOrDefault(name, List.of())) {
            var value = kind.parse().apply(text);
            value.ifPresent(values::add);
            if (value.isEmpty()) {
                reject(name, kind.expected(), text);
            }
        }
        return values;
    }

    /// How much is wanted at most, where everything would be too much.
    public int limit() {
        return one(LIMIT, Kind.LIMIT).orElse(DEFAULT_LIMIT);
    }

    /// What kind of file is wanted.
    public Format format() {
        return one(FORMAT, Kind.FORMAT).orElse(Format.CSV);
    }

    /// The text that is searched for; empty for everything.
    public String search() {
        return one(SEARCH, Kind.text(Kind.LONGEST_SEARCH)).orElse("");
    }

    /// The values of a parameter that is repeated or joined by commas, in their order; empty when
    /// it is not given. One that is given without any value is wrong.
    public <T> Optional<Set<T>> several(
            String name, String expected, Function<String, Optional<T>> parse) {
        var joined = sent.getOrDefault(name, List.of());
        if (joined.isEmpty()) {
            return Optional.empty();
        }
        var texts =
                joined.stream()
                        .flatMap(this::parts)
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
        if (texts.isEmpty()) {
            reject(name, expected, String.join(", ", joined));
        }
        var values = new LinkedHashSet<T>();
        for (var text : texts) {
            var value = parse.apply(text);
            value.ifPresent(values::add);
            if (value.isEmpty()) {
                reject(name, expected, text);
            }
        }
        return Optional.of(values);
    }

    private Stream<String> parts(String value) {
        return switch (written) {
            case AS_PARAMETERS -> Stream.of(value.split(",", -1));
            case AS_MEMBERS -> Stream.of(value);
        };
    }

    /// @throws ProblemException naming everything that is wrong, if anything is
    public void requireValid() {
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }
}

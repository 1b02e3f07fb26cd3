package dev.tallyport.connector.described.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The members of one part of a file. What is wrong with one is told to the [Problems], and reading
/// goes on with something that stands in for it; so what was read is of use only while there are no
/// problems.
public final class Fields {

    /// What a file holds at most.
    public static final int MOST_BYTES = YamlTree.MOST_BYTES;

    private final Problems problems;
    private final String path;
    private final int line;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Problems problems, String path, YamlValue value) {
        this.problems = problems;
        this.path = path;
        this.line = value.line();
        if (value instanceof YamlValue.Mapping(_, var members)) {
            for (var member : members) {
                var earlier = lines.putIfAbsent(member.name(), member.line());
                if (earlier == null) {
                    values.put(member.name(), member.value());
                } else {
                    problems.add(
                            member.line(),
                            pathOf(member.name()),
                            "expected it once, found it on line " + earlier + " as well");
                }
            }
        } else {
            problems.add(line, path, "expected members, found " + value.shown());
        }
    }

    /// A whole file; empty when it cannot be read at all, which is then a problem.
    public static Optional<Fields> of(byte[] yaml, Problems problems) {
        return YamlTree.of(yaml, problems).map(root -> new Fields(problems, "", root));
    }

    /// The names of its members, in their order; each counts as known.
    public List<String> names() {
        known.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    public boolean has(String name) {
        known.add(name);
        return values.containsKey(name);
    }

    /// Any text that is not blank.
    public String text(String name) {
        return text(name, "text", Optional::of).orElse("");
    }

    /// @param expected what the text must be, such as `a duration such as PT48H`
    /// @param parse empty, or thrown [RuntimeException], for another text
    /// @return empty only after a problem
    public <T> Optional<T> text(String name, String expected, Function<String, Optional<T>> parse) {
        var parsed = optional(name, expected, parse);
        if (!values.containsKey(name)) {
            missing(name, expected);
        }
        return parsed;
    }

    /// As [#text]; empty when the member is missing as well.
    public <T> Optional<T> optional(
            String name, String expected, Function<String, Optional<T>> parse) {
        known.add(name);
        var value = values.get(name);
        return value == null ? Optional.empty() : parsed(pathOf(name), value, expected, parse);
    }

    private <T> Optional<T> parsed(
            String member, YamlValue value, String expected, Function<String, Optional<T>> parse) {
        var parsed = Optional.<T>empty();
        if (value instanceof YamlValue.Scalar(_, var text) && !text.isBlank()) {
            parsed = attempt(text, parse);
        }
        if (parsed.isEmpty()) {
            problems.add(value.line(), member, "expected " + expected + ", found " + value.shown());
        }
        return parsed;
    }

    /// Parsers of the JDK throw what they like.
    private static <T> Optional<T> attempt(String text, Function<String, Optional<T>> parse) {
        try {
            return parse.apply(text);
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    public boolean flag(String name, boolean otherwise) {
        return optional(
                        name,
                        "true or false",
                        text ->
                                switch (text) {
                                    case "true" -> Optional.of(true);
                                    case "false" -> Optional.of(false);
                                    default -> Optional.empty();
                                })
                .orElse(otherwise);
    }

    public int number(String name, int otherwise, int least, int most) {
        return optional(
                        name,
                        "a whole number from %d to %d".formatted(least, most),
                        text ->
                                Optional.of(Integer.valueOf(text))
                                        .filter(number -> number >= least && number <= most))
                .orElse(otherwise);
    }

    /// One of some names, which are the values of `choices`.
    ///
    /// @return empty only after a problem
    public <T> Optional<T> choice(String name, Map<String, T> choices) {
        if (!has(name)) {
            missing(name, oneOf(choices.keySet()));
            return Optional.empty();
        }
        return optionalChoice(name, choices);
    }

    /// As [#choice]; empty when the member is missing as well.
    public <T> Optional<T> optionalChoice(String name, Map<String, T> choices) {
        known.add(name);
        var value = values.get(name);
        return value == null ? Optional.empty() : chosen(pathOf(name), value, choices);
    }

    /// A list of different names, which are the values of `choices`.
    public <T> List<T> choices(String name, Map<String, T> choices) {
        var chosen = new LinkedHashSet<T>();
        int number = 0;
        for (var value : listed(name)) {
            var member = "%s[%d]".formatted(pathOf(name), number++);
            var one = chosen(member, value, choices);
            if (one.isPresent() && !chosen.add(one.get())) {
                problems.add(
                        value.line(),
                        member,
                        "expected it once, found " + value.shown() + " again");
            }
        }
        return List.copyOf(chosen);
    }

    private <T> Optional<T> chosen(String member, YamlValue value, Map<String, T> choices) {
        var expected = oneOf(choices.keySet());
        if (value instanceof YamlValue.Scalar(_, var text)) {
            var choice = Optional.ofNullable(choices.get(text));
            if (choice.isEmpty()) {
                problems.add(
                        value.line(),
                        member,
                        "expected %s, found %s%s"
                                .formatted(
                                        expected,
                                        value.shown(),
                                        Likeness.hint(text, choices.keySet())));
            }
            return choice;
        }
        problems.add(value.line(), member, "expected " + expected + ", found " + value.shown());
        return Optional.empty();
    }

    /// A text, or a list of texts.
    ///
    /// @param expected what each must be
    public <T> List<T> texts(String name, String expected, Function<String, Optional<T>> parse) {
        known.add(name);
        if (values.get(name) instanceof YamlValue.Scalar) {
            return optional(name, expected, parse).stream().toList();
        }
        var texts = new ArrayList<T>();
        int number = 0;
        for (var value : listed(name)) {
            parsed("%s[%d]".formatted(pathOf(name), number++), value, expected, parse)
                    .ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /// The members of a member; no members after a problem.
    public Fields fields(String name) {
        if (!has(name)) {
            missing(name, "members");
        }
        return optionalFields(name)
                .orElseGet(() ->
                        new Fields(problems, pathOf(name), new YamlValue.Mapping(line, List.of())));
    }

    public Optional<Fields> optionalFields(String name) {
        known.add(name);
        return Optional.ofNullable(values.get(name))
                .map(value -> new Fields(problems, pathOf(name), value));
    }

    /// Whether the member is there and has members.
    public boolean hasFields(String name) {
        known.add(name);
        return values.get(name) instanceof YamlValue.Mapping;
    }

    /// A list of parts.
    public List<Fields> list(String name) {
        var list = new ArrayList<Fields>();
        for (var value : listed(name)) {
            list.add(new Fields(problems, "%s[%d]".formatted(pathOf(name), list.size()), value));
        }
        return List.copyOf(list);
    }

    private List<YamlValue> listed(String name) {
        known.add(name);
        return switch (values.get(name)) {
            case null -> List.of();
            case YamlValue.Sequence(_, var listed) -> listed;
            case YamlValue other -> {
                problems.add(other.line(), pathOf(name), "expected a list, found " + other.shown());
                yield List.of();
            }
        };
    }

    /// Something wrong with a member, or with this part when it has no such member.
    ///
    /// @param reason what was expected and what was found
    public void wrong(String name, String reason) {
        problems.add(lineOf(name), pathOf(name), reason);
    }

    /// Where a member stands, or this part when it has no such member.
    public int lineOf(String name) {
        return lines.getOrDefault(name, line);
    }

    /// Something wrong with this part as a whole.
    public void wrong(String reason) {
        problems.add(line, path, reason);
    }

    /// A member that has none of the names that it may have.
    public void unknown(String name, Collection<String> names) {
        wrong(
                name,
                "expected %s, found '%s'%s"
                        .formatted(oneOf(names), name, Likeness.hint(name, names)));
    }

    /// Every member that was not asked for is a problem.
    public void end() {
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                unknown(name, known);
            }
        }
    }

    private void missing(String name, String expected) {
        wrong(name, "expected " + expected + ", found nothing");
    }

    private static String oneOf(Collection<String> names) {
        return names.isEmpty() ? "no member" : "one of " + String.join(", ", names);
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}

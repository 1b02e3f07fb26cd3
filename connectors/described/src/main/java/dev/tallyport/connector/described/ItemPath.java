package dev.tallyport.connector.described;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the items of an answer are, such as `data[].results[]` or `results[].breakdown.models{}`.
/// Each `[]` stands for every element of a list, each `{}` for every member of an object.
record ItemPath(List<Level> levels) {

    static final String EXPECTED =
            "a path of members such as data[].results[] or results[].models{}";

    private static final Pattern LEVELS =
            Pattern.compile(
                    "(?:%s(?:\\.%s)*(?:\\[]|\\{})(?:\\.(?!$)|$))+"
                            .formatted(MemberPath.NAME, MemberPath.NAME));
    private static final Pattern LEVEL = Pattern.compile("([^\\[{]+)(\\[]|\\{})\\.?");

    /// @param names of the members on the way, the last of which holds the items
    /// @param named whether the items are an object's members, so that they have names
    record Level(List<String> names, boolean named) {}

    ItemPath {
        levels = List.copyOf(levels);
    }

    static Optional<ItemPath> parse(String text) {
        if (!LEVELS.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new ItemPath(
                        LEVEL.matcher(text)
                                .results()
                                .map(level ->
                                        new Level(
                                                Arrays.asList(level.group(1).split("\\.", -1)),
                                                level.group(2).equals("{}")))
                                .toList()));
    }

    int depth() {
        return levels.size();
    }
}

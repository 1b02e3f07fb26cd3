package dev.tallyport.connector.described.yaml;

import java.util.List;

/// A value of a YAML file and where it begins.
sealed interface YamlValue {

    /// From 1.
    int line();

    /// How an error calls it.
    String shown();

    /// @param text as written, whatever type YAML would take it for
    record Scalar(int line, String text) implements YamlValue {

        @Override
        public String shown() {
            var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
            return text.isBlank()
                    ? "nothing"
                    : "'" + (line.length() <= 80 ? line : line.substring(0, 80) + "…") + "'";
        }
    }

    record Sequence(int line, List<YamlValue> values) implements YamlValue {

        public Sequence {
            values = List.copyOf(values);
        }

        @Override
        public String shown() {
            return "a list";
        }
    }

    record Mapping(int line, List<Member> members) implements YamlValue {

        public Mapping {
            members = List.copyOf(members);
        }

        @Override
        public String shown() {
            return "members";
        }
    }

    /// @param line where the name stands
    record Member(int line, String name, YamlValue value) {}
}

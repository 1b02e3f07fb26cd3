package dev.tallyport.adapter.rest.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one cell says.
public sealed interface Value {

    record Text(String text) implements Value {}

    record Day(LocalDate day) implements Value {}

    record Moment(Instant instant) implements Value {}

    record Decimal(BigDecimal number) implements Value {}

    record Whole(long number) implements Value {}

    record Truth(boolean holds) implements Value {}

    record Several(List<? extends Value> values) implements Value {

        public Several {
            values = List.copyOf(values);
        }

        public static Several ofTexts(List<String> texts) {
            return new Several(texts.stream().map(Text::new).toList());
        }
    }

    /// Several values, each under its name.
    record Members(SortedMap<String, ? extends Value> members) implements Value {

        public static Members ofTexts(SortedMap<String, String> texts) {
            var members = new TreeMap<String, Value>();
            texts.forEach((name, text) -> members.put(name, new Text(text)));
            return new Members(members);
        }
    }
}

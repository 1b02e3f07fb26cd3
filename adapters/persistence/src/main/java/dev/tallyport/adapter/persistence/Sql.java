package dev.tallyport.adapter.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement in the making, with its parameters in their order.
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    static Sql of(String text, @Nullable Object... parameters) {
        return new Sql().add(text, parameters);
    }

    Sql add(String more, @Nullable Object... with) {
        text.append(more);
        parameters.addAll(Arrays.asList(with));
        return this;
    }

    Sql add(Sql more) {
        text.append(more.text);
        parameters.addAll(more.parameters);
        return this;
    }

    String text() {
        return text.toString();
    }

    @Nullable Object[] parameters() {
        return parameters.toArray();
    }
}

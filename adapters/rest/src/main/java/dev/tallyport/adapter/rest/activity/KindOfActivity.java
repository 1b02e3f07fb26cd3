package dev.tallyport.adapter.rest.activity;

import dev.tallyport.connector.spi.Activity.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How kinds of activities are written.
final class KindOfActivity {

    static final String EXPECTED =
            Stream.of(Kind.values())
                    .map(KindOfActivity::written)
                    .collect(Collectors.joining(", ", "one of ", ""));

    private KindOfActivity() {}

    static String written(Kind kind) {
        return switch (kind) {
            case SESSION -> "session";
            case ASSISTANT -> "assistant";
            case WORKFLOW -> "workflow";
            case PULL_REQUEST -> "pull-request";
            case SEARCH -> "search";
            case AUDIT_EVENT -> "audit-event";
        };
    }

    static List<String> written(Collection<Kind> kinds) {
        return kinds.stream().sorted().map(KindOfActivity::written).toList();
    }

    static Optional<Kind> parse(String text) {
        return Arrays.stream(Kind.values()).filter(kind -> written(kind).equals(text)).findFirst();
    }
}

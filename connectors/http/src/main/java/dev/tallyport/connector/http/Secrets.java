package dev.tallyport.connector.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// What nobody may read: the secrets of a [Credential] and every token that was issued for it. Safe
/// for any number of threads.
final class Secrets {

    private final Set<String> longestFirst =
            new ConcurrentSkipListSet<>(
                    Comparator.comparingInt(String::length)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()));

    Secrets(Collection<String> secrets) {
        secrets.forEach(this::add);
    }

    void add(String secret) {
        longestFirst.add(secret);
        longestFirst.add(Uris.queryValue(secret));
    }

    /// The text without any secret, plain or percent-encoded.
    String redact(String text) {
        var redacted = text;
        for (var secret : longestFirst) {
            redacted = redacted.replace(secret, "***");
        }
        return redacted;
    }
}

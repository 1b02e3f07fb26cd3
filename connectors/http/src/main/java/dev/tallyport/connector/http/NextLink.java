package dev.tallyport.connector.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The target of a header such as `Link: <https://vendor.example/users?page=2>; rel="next"` (RFC
/// 8288).
final class NextLink {

    private static final String VALUE = "\"[^\"]*\"|[^\\s;,\"]*";
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*;\\s*([^\\s;,=\"]+)(?:\\s*=\\s*(" + VALUE + "))?");
    private static final Pattern LINK = Pattern.compile("<([^>]*)>((?:" + PARAMETER + ")*+)");

    private NextLink() {}

    /// @param asked what the header answers
    /// @throws IllegalArgumentException when the target is no address
    static Optional<URI> in(HttpHeaders headers, URI asked) {
        return headers.allValues("Link").stream()
                .flatMap(header -> LINK.matcher(header).results())
                .filter(link -> isNext(link.group(2)))
                .map(link -> resolved(link.group(1).strip(), asked))
                .findFirst();
    }

    private static boolean isNext(String parameters) {
        return PARAMETER
                .matcher(parameters)
                .results()
                .filter(parameter -> parameter.group(1).equalsIgnoreCase("rel"))
                .flatMap(parameter -> Optional.ofNullable(parameter.group(2)).stream())
                .flatMap(value -> Stream.of(value.replace("\"", "").split("\\s+")))
                .anyMatch("next"::equalsIgnoreCase);
    }

    /// The JDK resolves a mere query as RFC 2396 had it, without the last segment of the path.
    private static URI resolved(String target, URI asked) {
        return target.startsWith("?")
                ? asked.resolve(asked.getRawPath() + target)
                : asked.resolve(target);
    }
}

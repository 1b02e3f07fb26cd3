package dev.tallyport.connector.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a connector asked.
///
/// @param target path and query as they came over the wire, still encoded
/// @param headers by their name in lower case; of several with one name, the last
/// @param body empty when there was none
public record Request(String method, String target, Map<String, String> headers, String body) {

    public Request {
        headers = Map.copyOf(headers);
    }

    /// What is in front of the query, still encoded.
    public String path() {
        return target.split("\\?", 2)[0];
    }

    /// The decoded value of a query parameter; of several with one name, the first.
    public Optional<String> query(String name) {
        var parts = target.split("\\?", 2);
        if (parts.length == 1) {
            return Optional.empty();
        }
        for (var parameter : parts[1].split("&", -1)) {
            var pair = parameter.split("=", 2);
            if (URLDecoder.decode(pair[0], UTF_8).equals(name)) {
                return Optional.of(pair.length == 1 ? "" : URLDecoder.decode(pair[1], UTF_8));
            }
        }
        return Optional.empty();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The target without a query parameter: the same for all pages of one list.
    String without(String name) {
        return target.replaceAll("(?<=[?&])" + Pattern.quote(name) + "=[^&]*&?", "")
                .replaceAll("[?&]$", "");
    }
}

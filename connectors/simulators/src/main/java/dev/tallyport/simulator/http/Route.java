package dev.tallyport.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A path, whose segment `{}` stands for an id, and what answers it.
public record Route(List<String> template, Endpoint endpoint) {

    /// Answers a request.
    public interface Endpoint {
        Json answer(List<String> ids, Query query);
    }

    public static Route of(String template, Endpoint endpoint) {
        return new Route(segments(template), endpoint);
    }

    /// The ids in the path, decoded only after it was cut at its slashes.
    public Optional<List<String>> match(String rawPath) {
        var segments = segments(rawPath);
        if (segments.size() != template.size()) {
            return Optional.empty();
        }
        var ids = new ArrayList<String>();
        for (int index = 0; index < segments.size(); index++) {
            if (template.get(index).equals("{}")) {
                ids.add(decoded(segments.get(index)));
            } else if (!template.get(index).equals(segments.get(index))) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

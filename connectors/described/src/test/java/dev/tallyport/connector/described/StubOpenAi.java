package dev.tallyport.connector.described;

import dev.tallyport.connector.described.StubVendor.Answer;
import dev.tallyport.connector.described.StubVendor.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// OpenAI's usage and costs as its specification has them: buckets of UTC days, at most twenty to a
/// page here, and no end in the future.
final class StubOpenAi {

    private static final int BUCKETS_PER_PAGE = 20;

    private final Instant now;
    private final Map<LocalDate, List<String>> usage = new TreeMap<>();
    private final Map<LocalDate, List<String>> costs = new TreeMap<>();

    StubOpenAi(Instant now) {
        this.now = now;
    }

    void use(String day, String result) {
        usage.computeIfAbsent(LocalDate.parse(day), _ -> new ArrayList<>()).add(result);
    }

    void cost(String day, String result) {
        costs.computeIfAbsent(LocalDate.parse(day), _ -> new ArrayList<>()).add(result);
    }

    void forget(String day) {
        usage.remove(LocalDate.parse(day));
    }

    Answer answer(Asked asked) {
        if (!asked.authorization().equals("Bearer sk-admin")) {
            return new Answer(401, error("Incorrect API key provided"), "");
        }
        var end = Instant.ofEpochSecond(Long.parseLong(asked.one("end_time")));
        if (end.isAfter(now)) {
            return new Answer(400, error("end_time must not be in the future"), "");
        }
        if (!asked.one("bucket_width").equals("1d") || Integer.parseInt(asked.one("limit")) > 31) {
            return new Answer(400, error("limit is at most 31 for 1d"), "");
        }
        return switch (asked.path()) {
            case "/v1/organization/usage/completions" ->
                    page(asked, BUCKETS_PER_PAGE, (day, _) -> usage.getOrDefault(day, List.of()));
            case "/v1/organization/costs" ->
                    page(asked, BUCKETS_PER_PAGE, (day, _) -> costs.getOrDefault(day, List.of()));
            default -> new Answer(404, error("no such path"), "");
        };
    }

    /// @param results of a day and path
    static Answer page(
            Asked asked, int perPage, BiFunction<LocalDate, String, List<String>> results) {
        var start = Instant.ofEpochSecond(Long.parseLong(asked.one("start_time")));
        var end = Instant.ofEpochSecond(Long.parseLong(asked.one("end_time")));
        var last = LocalDate.ofInstant(end.minusSeconds(1), ZoneOffset.UTC);
        var days = LocalDate.ofInstant(start, ZoneOffset.UTC).datesUntil(last.plusDays(1)).toList();
        var cursor = asked.one("page");
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor.substring("page_".length()));
        int to = Math.min(from + perPage, days.size());
        var buckets = new ArrayList<String>();
        for (var day : days.subList(from, to)) {
            var startOfDay = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            buckets.add(
                    """
                    {"object":"bucket","start_time":%s,"end_time":%s,"results":[%s]}\
                    """
                            .formatted(
                                    startOfDay,
                                    Math.min(startOfDay + 86_400, end.getEpochSecond()),
                                    String.join(",", results.apply(day, asked.path()))));
        }
        boolean more = to < days.size();
        return Answer.ok(
                """
                {"object":"page","data":[%s],"has_more":%s,"next_page":%s}\
                """
                        .formatted(
                                String.join(",", buckets),
                                more,
                                more ? "\"page_" + to + "\"" : "null"));
    }

    private static String error(String message) {
        return "{\"error\":{\"message\":\"" + message + "\"}}";
    }
}

package dev.tallyport.connector.described;

import dev.tallyport.connector.described.StubVendor.Answer;
import dev.tallyport.connector.described.StubVendor.Asked;
import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.tck.Figure;
import dev.tallyport.connector.tck.HttpFixture;
import dev.tallyport.connector.tck.Request;
import dev.tallyport.connector.tck.Response;
import dev.tallyport.connector.tck.Shape;
import dev.tallyport.connector.tck.StubVendor;
import dev.tallyport.connector.tck.Truth;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;

/// The shipped description of OpenAI beside a stub of it.
final class OpenAiFixture implements HttpFixture {

    private static final Instant NOW = Instant.parse("2026-11-20T15:30:00Z");
    private static final int DAYS_OF_HISTORY = 366;
    private static final List<String> DAYS =
            List.of(
                    "2026-03-08",
                    "2026-03-29",
                    "2026-10-25",
                    "2026-11-01",
                    "2026-11-16",
                    "2026-11-18",
                    "2026-11-19");
    private static final List<String> METERS =
            List.of(
                    "requests",
                    "input-tokens",
                    "cache-read-tokens",
                    "cache-write-tokens",
                    "output-tokens");

    /// Whose usage on which day.
    private record Row(LocalDate day, int user) implements Comparable<Row> {

        Map<Dimension, String> dimensions() {
            var model = Map.of(Dimension.MODEL, "gpt-5.6", Dimension.ORGANIZATION, "proj_" + user);
            var dimensions = new HashMap<>(model);
            if (user > 0) {
                dimensions.put(Dimension.USER, "user-" + user);
            }
            return dimensions;
        }

        @Override
        public int compareTo(Row other) {
            return day.equals(other.day)
                    ? Integer.compare(user, other.user)
                    : day.compareTo(other.day);
        }
    }

    private final Map<Row, Map<String, BigDecimal>> usage = new ConcurrentSkipListMap<>();
    private final Map<LocalDate, BigDecimal> costs = new ConcurrentSkipListMap<>();
    private final StubVendor vendor = new StubVendor(this::answer);
    private volatile long perDay;

    OpenAiFixture() {
        for (var text : DAYS) {
            var day = LocalDate.parse(text);
            for (int user = 0; user < 3; user++) {
                var figures = new TreeMap<String, BigDecimal>();
                for (var meter : METERS) {
                    figures.put(
                            meter,
                            BigDecimal.valueOf(10L * day.getDayOfMonth() + user + meter.length()));
                }
                usage.put(new Row(day, user), figures);
            }
            costs.put(day, new BigDecimal("1.10").add(BigDecimal.valueOf(day.getDayOfMonth())));
        }
    }

    @Override
    public Connector connector() {
        var clock = clock();
        var vendors = new Vendors(clock, AddressRule.PUBLIC_AND_PRIVATE, clock::sleep);
        return DescribedConnectors.load(Optional.empty(), vendors).connectors().getFirst();
    }

    @Override
    public StubVendor vendor() {
        return vendor;
    }

    @Override
    public Settings settings() {
        return new Settings(
                Map.of("base-url", vendor.address() + "/v1", "admin-key", "sk-admin-0123456789"));
    }

    @Override
    public Map<String, String> wrongSettings() {
        return Map.of("admin-key", "sk-project-9876543210");
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public Truth truth() {
        var figures = new ArrayList<Figure>();
        usage.forEach((row, quantities) -> {
            for (var meter : METERS) {
                figures.add(
                        new Figure(
                                meter,
                                row.day(),
                                row.dimensions(),
                                quantities.getOrDefault(meter, BigDecimal.ZERO)));
            }
        });
        costs.forEach((day, amount) ->
                figures.add(
                        new Figure(
                                "costs",
                                day,
                                Map.of(
                                        Dimension.ORGANIZATION, "proj_1",
                                        Dimension.PRODUCT, "gpt-5.6, input"),
                                amount)));
        return Truth.of(figures);
    }

    @Override
    public Shape shape() {
        return Shape.of(
                        "/data",
                        List.of(
                                "/results/0/num_model_requests",
                                "/results/0/output_tokens",
                                "/results/0/amount/value"))
                .withWords(List.of("/results/0/model"))
                .withPages("page");
    }

    @Override
    public void restate(Figure figure, BigDecimal quantity) {
        if (figure.cut().equals("costs")) {
            costs.put(figure.day(), quantity);
            return;
        }
        usage.forEach((row, quantities) -> {
            if (row.day().equals(figure.day()) && row.dimensions().equals(figure.dimensions())) {
                quantities.put(figure.cut(), quantity);
            }
        });
    }

    @Override
    public BigDecimal grow(long records) {
        perDay = records / DAYS_OF_HISTORY + 1;
        return BigDecimal.valueOf(perDay * DAYS_OF_HISTORY);
    }

    @Override
    public void close() {
        vendor.close();
    }

    private Response answer(Request request) {
        var query = new HashMap<String, List<String>>();
        for (var name : List.of("start_time", "end_time", "bucket_width", "limit", "page")) {
            request.query(name).ifPresent(value -> query.put(name, List.of(value)));
        }
        var authorized =
                request.header("authorization").equals(Optional.of("Bearer sk-admin-0123456789"));
        var key = Map.of("Authorization", List.of(authorized ? "Bearer sk-admin" : ""));
        var asked = new Asked(request.path(), query, key);
        Answer answer = perDay > 0 ? StubOpenAi.page(asked, 1, this::many) : stated(asked);
        return Response.of(answer.status(), "application/json", answer.body());
    }

    private Answer stated(Asked asked) {
        // Reads of the contract come from days after the first one, too.
        var openAi = new StubOpenAi(NOW.plusSeconds(30L * 86_400));
        usage.forEach((row, quantities) -> {
            if (quantities.values().stream().anyMatch(one -> one.signum() > 0)) {
                openAi.use(row.day().toString(), result(row, quantities));
            }
        });
        costs.forEach((day, amount) -> {
            if (amount.signum() > 0) {
                openAi.cost(
                        day.toString(),
                        """
                        {"amount":{"value":%s,"currency":"usd"},"line_item":"gpt-5.6, input",
                         "project_id":"proj_1"}\
                        """
                                .formatted(amount.toPlainString()));
            }
        });
        return openAi.answer(asked);
    }

    private static String result(Row row, Map<String, BigDecimal> quantities) {
        var read = quantities.getOrDefault("cache-read-tokens", BigDecimal.ZERO);
        var written = quantities.getOrDefault("cache-write-tokens", BigDecimal.ZERO);
        return """
        {"input_tokens":%s,"input_cached_tokens":%s,"input_cache_write_tokens":%s,
         "output_tokens":%s,"num_model_requests":%s,"project_id":"proj_%s","user_id":%s,
         "model":"gpt-5.6"}\
        """
                .formatted(
                        quantities
                                .getOrDefault("input-tokens", BigDecimal.ZERO)
                                .add(read)
                                .add(written)
                                .toPlainString(),
                        read.toPlainString(),
                        written.toPlainString(),
                        quantities.getOrDefault("output-tokens", BigDecimal.ZERO).toPlainString(),
                        quantities.getOrDefault("requests", BigDecimal.ZERO).toPlainString(),
                        row.user(),
                        row.user() == 0 ? "null" : "\"user-" + row.user() + "\"");
    }

    private List<String> many(LocalDate day, String path) {
        if (path.endsWith("/costs") || day.isAfter(LocalDate.ofInstant(NOW, ZoneOffset.UTC))) {
            return List.of();
        }
        return LongStream.range(0, perDay)
                .mapToObj(user ->
                        "{\"input_tokens\":3,\"output_tokens\":2,\"num_model_requests\":1,"
                                + "\"model\":\"gpt-5.6\",\"user_id\":\"user-"
                                + user
                                + "\"}")
                .toList();
    }
}

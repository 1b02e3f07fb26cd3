package dev.tallyport.connector.described;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The shipped description of LiteLLM beside a stub of a proxy with one model and two users.
final class LiteLlmFixture implements HttpFixture {

    private static final Instant NOW = Instant.parse("2026-11-20T15:30:00Z");
    private static final int DAYS_OF_MUCH = 80;
    private static final String MODEL = "gpt-5.6";
    private static final List<String> USERS = List.of("ada", "bob");
    private static final List<String> DAYS =
            List.of("2026-10-25", "2026-11-01", "2026-11-16", "2026-11-18", "2026-11-19");

    private record Row(LocalDate day, String user) {}

    private final Map<Row, BigDecimal> spend = new ConcurrentHashMap<>();
    private final StubVendor vendor = new StubVendor(this::answer);
    private volatile int perDay;

    LiteLlmFixture() {
        for (var text : DAYS) {
            var day = LocalDate.parse(text);
            for (var user : USERS) {
                spend.put(
                        new Row(day, user),
                        new BigDecimal("0.25")
                                .add(BigDecimal.valueOf(day.getDayOfMonth() + user.charAt(0))));
            }
        }
    }

    @Override
    public Connector connector() {
        var clock = clock();
        var vendors = new Vendors(clock, AddressRule.PUBLIC_AND_PRIVATE, clock::sleep);
        return DescribedConnectors.load(Optional.empty(), vendors).connectors().getLast();
    }

    @Override
    public StubVendor vendor() {
        return vendor;
    }

    @Override
    public Settings settings() {
        return new Settings(
                Map.of("base-url", vendor.address().toString(), "api-key", "sk-master-0123456789"));
    }

    @Override
    public Map<String, String> wrongSettings() {
        return Map.of("api-key", "sk-nobody-9876543210");
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public Truth truth() {
        var figures = new ArrayList<Figure>();
        spend.forEach((row, amount) ->
                figures.add(
                        new Figure(
                                "spend",
                                row.day(),
                                Map.of(
                                        Dimension.USER,
                                        row.user(),
                                        Dimension.ORGANIZATION,
                                        "web",
                                        Dimension.MODEL,
                                        MODEL),
                                amount)));
        return Truth.of(figures).withDirectory(Set.copyOf(USERS));
    }

    @Override
    public Shape shape() {
        return Shape.of("/results", List.of("/date", "/metrics/spend"))
                .withMaps(Set.of("models", "api_key_breakdown"));
    }

    @Override
    public void restate(Figure figure, BigDecimal quantity) {
        spend.replace(
                new Row(figure.day(), figure.dimensions().getOrDefault(Dimension.USER, "")),
                quantity);
    }

    /// A day is one answer, so that the usage is spread over many.
    @Override
    public BigDecimal grow(long records) {
        perDay = (int) (records / DAYS_OF_MUCH + 1);
        return BigDecimal.valueOf((long) perDay * DAYS_OF_MUCH);
    }

    @Override
    public void close() {
        vendor.close();
    }

    private Response answer(Request request) {
        if (!request.header("authorization").equals(Optional.of("Bearer sk-master-0123456789"))) {
            return Response.status(401);
        }
        var day = request.query("start_date").map(LocalDate::parse).orElseThrow();
        return perDay == 0 ? stated(day) : madeUp(day);
    }

    private Response stated(LocalDate day) {
        var used =
                USERS.stream()
                        .map(user -> new Row(day, user))
                        .filter(row -> of(row).signum() > 0)
                        .toList();
        return answer(day, used.stream().collect(Collectors.toMap(Row::user, this::of)));
    }

    private Response madeUp(LocalDate day) {
        var today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        boolean isUsed = day.isBefore(today) && !day.isBefore(today.minusDays(DAYS_OF_MUCH));
        return answer(
                day,
                IntStream.range(0, isUsed ? perDay : 0)
                        .boxed()
                        .collect(Collectors.toMap(user -> "user-" + user, _ -> BigDecimal.ONE)));
    }

    private static Response answer(LocalDate day, Map<String, BigDecimal> spendByUser) {
        return Response.json(
                "{\"results\":[%s],\"metadata\":{\"api_key_limit\":100000,\"total_api_keys\":%s}}"
                        .formatted(
                                spendByUser.isEmpty() ? "" : resultOf(day, spendByUser),
                                spendByUser.size()));
    }

    private static String resultOf(LocalDate day, Map<String, BigDecimal> spendByUser) {
        var total = spendByUser.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var keys =
                spendByUser.entrySet().stream()
                        .map(each ->
                                """
                                "hash-of-%1$s":{%2$s,"metadata":{"user_id":"%1$s","team_id":"web",
                                 "user_email":"%1$s@example.com"}}\
                                """
                                        .formatted(each.getKey(), metrics(each.getValue())))
                        .collect(Collectors.joining(","));
        return """
        {"date":"%s",%s,"breakdown":{"models":{"%s":{%s,"metadata":{},
         "api_key_breakdown":{%s}}}}}\
        """
                .formatted(day, metrics(total), MODEL, metrics(total), keys);
    }

    private BigDecimal of(Row row) {
        return spend.getOrDefault(row, BigDecimal.ZERO);
    }

    private static String metrics(BigDecimal spend) {
        return """
        "metrics":{"spend":%s,"prompt_tokens":3,"completion_tokens":2,"api_requests":1}\
        """
                .formatted(spend.toPlainString());
    }
}

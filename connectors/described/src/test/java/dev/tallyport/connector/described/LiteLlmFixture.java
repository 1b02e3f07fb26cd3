package dev.tallyport.connector.described;

import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.tck.Figure;
import dev.tallyport.connector.tck.Fixture;
import dev.tallyport.connector.tck.Request;
import dev.tallyport.connector.tck.Response;
import dev.tallyport.connector.tck.Shape;
import dev.tallyport.connector.tck.StubVendor;
import dev.tallyport.connector.tck.Truth;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The shipped description of LiteLLM beside a stub of a proxy with one model and two users.
final class LiteLlmFixture implements Fixture {

    private static final Instant NOW = Instant.parse("2026-11-20T15:30:00Z");
    private static final String MODEL = "gpt-5.6";
    private static final List<String> USERS = List.of("ada", "bob");
    private static final List<String> DAYS =
            List.of("2026-10-25", "2026-11-01", "2026-11-16", "2026-11-18", "2026-11-19");

    private record Row(LocalDate day, String user) {}

    private final Map<Row, BigDecimal> spend = new ConcurrentHashMap<>();
    private final StubVendor vendor = new StubVendor(this::answer);

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
        var vendors = new Vendors(clock(), AddressRule.PUBLIC_AND_PRIVATE);
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
        return Shape.of("/results", List.of("/date", "/metrics/spend"));
    }

    @Override
    public void restate(Figure figure, BigDecimal quantity) {
        spend.replace(
                new Row(figure.day(), figure.dimensions().getOrDefault(Dimension.USER, "")),
                quantity);
    }

    @Override
    public BigDecimal grow(long records) {
        throw new UnsupportedOperationException("a day is one answer");
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
        var used =
                USERS.stream()
                        .map(user -> new Row(day, user))
                        .filter(row -> of(row).signum() > 0)
                        .toList();
        return Response.json(
                "{\"results\":[%s],\"metadata\":{\"api_key_limit\":100,\"total_api_keys\":%s}}"
                        .formatted(used.isEmpty() ? "" : dayOf(day, used), used.size()));
    }

    private String dayOf(LocalDate day, List<Row> used) {
        var total = used.stream().map(this::of).reduce(BigDecimal.ZERO, BigDecimal::add);
        var keys =
                used.stream()
                        .map(row ->
                                """
                                "hash-of-%1$s":{%2$s,"metadata":{"user_id":"%1$s","team_id":"web",
                                 "user_email":"%1$s@example.com"}}\
                                """
                                        .formatted(row.user(), metrics(of(row))))
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

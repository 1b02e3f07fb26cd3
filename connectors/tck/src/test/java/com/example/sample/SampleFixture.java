package com.example.sample;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The connector beside an account at Sample of which every figure is known.
class SampleFixture implements HttpFixture {

    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.parse("2026-11-19");
    private static final String KEY = "key-of-the-account";
    private static final int PAGE = 40;
    private static final int LARGE_PAGE = 2_000;

    private final Map<String, Figure> records = new TreeMap<>();
    private final StubVendor vendor = new StubVendor(this::answer);
    private volatile long madeUp;

    SampleFixture() {
        var first = LocalDate.parse("2026-03-01");
        first.datesUntil(YESTERDAY.plusDays(2))
                .forEach(day -> {
                    for (var user : List.of("ann", "bob")) {
                        var model = day.getDayOfMonth() % 2 == 0 ? "small" : "large";
                        var tokens =
                                BigDecimal.valueOf(day.getDayOfYear() * 10L + user.charAt(0), 1);
                        var figure =
                                new Figure(
                                        "usage",
                                        day,
                                        Map.of(Dimension.USER, user, Dimension.MODEL, model),
                                        tokens);
                        records.put(day + "-" + user, figure);
                    }
                });
    }

    @Override
    public Connector connector() {
        var clock = clock();
        return new SampleConnector(
                new Vendors(clock, AddressRule.PUBLIC_AND_PRIVATE, clock::sleep));
    }

    @Override
    public StubVendor vendor() {
        return vendor;
    }

    @Override
    public Settings settings() {
        return new Settings(Map.of("base-url", vendor.address().toString(), "api-key", KEY));
    }

    @Override
    public Map<String, String> wrongSettings() {
        return Map.of("api-key", "key-of-nobody", "base-url", vendor.address() + "/elsewhere");
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public synchronized Truth truth() {
        var figures = new ArrayList<>(records.values());
        totals(YESTERDAY.minusYears(1), YESTERDAY.plusDays(2))
                .forEach((day, tokens) -> figures.add(new Figure("total", day, Map.of(), tokens)));
        return Truth.of(figures).withDirectory(Set.of("ann", "bob"));
    }

    @Override
    public Shape shape() {
        return Shape.of("/records", List.of("/day", "/user", "/tokens"))
                .withWords(List.of("/model"))
                .withIds(List.of("/id"))
                .withPages("cursor");
    }

    @Override
    public synchronized void restate(Figure figure, BigDecimal quantity) {
        records.replaceAll((_, one) ->
                one.equals(figure)
                        ? new Figure(one.cut(), one.day(), one.dimensions(), quantity)
                        : one);
        records.values().removeIf(one -> one.quantity().signum() == 0);
    }

    @Override
    public BigDecimal grow(long records) {
        madeUp = records;
        return BigDecimal.valueOf(records);
    }

    @Override
    public void close() {
        vendor.close();
    }

    private Response answer(Request request) {
        if (!request.header("Authorization").orElse("").equals("Bearer " + KEY)) {
            return Response.status(401);
        }
        return switch (request.path()) {
            case "/v1/people" ->
                    Response.json(
                            """
                            {"people": [{"id": "ann", "name": "Ann", "email": "ann@sample.example"},
                                        {"id": "bob", "name": null}]}
                            """);
            case "/v1/usage" -> usage(request);
            default -> Response.status(404);
        };
    }

    private Response usage(Request request) {
        var from = LocalDate.parse(request.query("from").orElseThrow());
        var to = LocalDate.parse(request.query("to").orElseThrow());
        long at = Long.parseLong(request.query("cursor").orElse("0"));
        return madeUp > 0 ? madeUpPage(from, to, at) : page(from, to, at);
    }

    private synchronized Response page(LocalDate from, LocalDate to, long at) {
        var rows =
                records.entrySet().stream()
                        .filter(one -> isWithin(one.getValue().day(), from, to))
                        .map(one -> row(one.getKey(), one.getValue()))
                        .toList();
        int end = (int) Math.min(at + PAGE, rows.size());
        boolean last = end == rows.size();
        var totals =
                last
                        ? totals(from, to).entrySet().stream()
                                .map(one ->
                                        "{\"day\": \"%s\", \"tokens\": %s}"
                                                .formatted(one.getKey(), one.getValue()))
                                .collect(Collectors.joining(","))
                        : "";
        return answer(String.join(",", rows.subList((int) at, end)), totals, last ? 0 : end);
    }

    private Response madeUpPage(LocalDate from, LocalDate to, long at) {
        if (!isWithin(YESTERDAY, from, to)) {
            return answer("", "", 0);
        }
        long end = Math.min(at + LARGE_PAGE, madeUp);
        var rows =
                LongStream.range(at, end)
                        .mapToObj(index ->
                                "{\"id\": \"%d\", \"day\": \"%s\", \"user\": \"u%d\", \"model\": \"m\", \"tokens\": 1}"
                                        .formatted(index, YESTERDAY, index % 500))
                        .collect(Collectors.joining(","));
        return answer(rows, "", end == madeUp ? 0 : end);
    }

    /// @param next 0 on the last page
    private static Response answer(String records, String totals, long next) {
        return Response.json(
                "{\"records\": [%s], \"totals\": [%s], \"next\": %s}"
                        .formatted(records, totals, next == 0 ? "null" : "\"" + next + "\""));
    }

    private static String row(String id, Figure figure) {
        return "{\"id\": \"%s\", \"day\": \"%s\", \"user\": \"%s\", \"model\": \"%s\", \"tokens\": %s}"
                .formatted(
                        id,
                        figure.day(),
                        figure.dimensions().get(Dimension.USER),
                        figure.dimensions().get(Dimension.MODEL),
                        figure.quantity().toPlainString());
    }

    private synchronized Map<LocalDate, BigDecimal> totals(LocalDate from, LocalDate to) {
        var totals = new TreeMap<LocalDate, BigDecimal>();
        for (var record : records.values()) {
            if (isWithin(record.day(), from, to)) {
                totals.merge(record.day(), record.quantity(), BigDecimal::add);
            }
        }
        return totals;
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}

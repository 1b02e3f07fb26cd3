package dev.tallyport.connector.devin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.Reject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Understands the consumption answers of both generations. What cannot be understood is a reject,
/// and its day is broken; where the day itself is lost, every day asked for is.
final class SeriesReader {

    private static final List<String> PRODUCTS = List.of("devin", "cascade", "terminal");

    private final String request;
    private final Span span;
    private final JsonValue root;
    private final Map<Cell, BigDecimal> figures = new HashMap<>();
    private final Set<LocalDate> seen = new HashSet<>();
    private final Set<LocalDate> broken = new HashSet<>();
    private final List<Reject> rejects = new ArrayList<>();

    private SeriesReader(String request, Span span, JsonNode answer) {
        this.request = request;
        this.span = span;
        this.root = JsonValue.root(answer);
    }

    /// `{total_acus, consumption_by_date: [{date, acus, acus_by_product}]}`, dates in Unix seconds.
    static Series v3(String request, Span span, JsonNode answer) {
        var reader = new SeriesReader(request, span, answer);
        try {
            for (var item : reader.root.array("consumption_by_date")) {
                reader.readDay(item);
            }
        } catch (MalformedMember e) {
            reader.breakAll(e);
        }
        return reader.series(Optional.empty(), Set.of());
    }

    /// `{total_acus, consumption_by_date: {day: acus}, consumption_by_org_id,
    /// consumption_by_user}`.
    static Series v2(String request, Span span, JsonNode answer) {
        var reader = new SeriesReader(request, span, answer);
        var organizations = new HashSet<String>();
        var users = new HashSet<String>();
        try {
            var days = reader.root.member("consumption_by_date");
            for (var name : days.names()) {
                reader.readDay(days, name);
            }
            var byOrganization = reader.root.member("consumption_by_org_id");
            for (var name : byOrganization.names()) {
                if (byOrganization.number(name).signum() != 0) {
                    organizations.add(name);
                }
            }
            reader.root
                    .optionalMember("consumption_by_user")
                    .ifPresent(byUser -> users.addAll(byUser.names()));
        } catch (MalformedMember e) {
            reader.breakAll(e);
        }
        return reader.series(Optional.of(organizations), users);
    }

    private void readDay(JsonValue item) {
        LocalDate day;
        try {
            var start = item.epochSeconds("date");
            day = Span.dayOf(start);
            if (!Span.startOf(day).equals(start)) {
                throw new MalformedMember(
                        item.path() + ".date",
                        "expected the start of a billing day, 08:00:00 UTC, found " + start);
            }
        } catch (MalformedMember e) {
            breakAll(e);
            return;
        }
        try {
            note(day, item.path() + ".date");
            var acus = item.number("acus");
            var byProduct = item.member("acus_by_product");
            for (var product : PRODUCTS) {
                byProduct.number(product);
            }
            var rest = acus;
            var products = new HashMap<Cell, BigDecimal>();
            for (var product : byProduct.numbers().entrySet()) {
                products.put(
                        new Cell(day, nameOf(product.getKey(), byProduct)), product.getValue());
                rest = rest.subtract(product.getValue());
            }
            // What a day has beyond its products belongs to one that the vendor does not name here.
            if (rest.signum() > 0) {
                products.put(new Cell(day, ""), rest);
            }
            figures.putAll(products);
        } catch (MalformedMember e) {
            breakDay(day, e);
        }
    }

    private static String nameOf(String product, JsonValue byProduct) {
        if (!Ids.isUsable(product)) {
            throw new MalformedMember(
                    byProduct.path(), "expected names of products, found one that is none");
        }
        return product;
    }

    private void readDay(JsonValue days, String name) {
        LocalDate day;
        try {
            day = LocalDate.parse(name);
        } catch (DateTimeException _) {
            breakAll(
                    new MalformedMember(
                            days.path(), "expected days such as 2026-01-31, found another name"));
            return;
        }
        try {
            note(day, days.path() + "['" + day + "']");
            figures.put(new Cell(day, ""), days.number(name));
        } catch (MalformedMember e) {
            breakDay(day, e);
        }
    }

    private void note(LocalDate day, String path) {
        if (!span.contains(day)) {
            throw new MalformedMember(
                    path,
                    "expected a day of " + span.start() + "/" + span.end() + ", found " + day);
        }
        if (!seen.add(day)) {
            throw new MalformedMember(path, "expected each day once, found " + day + " again");
        }
    }

    private void breakDay(LocalDate day, MalformedMember reason) {
        if (span.contains(day)) {
            broken.add(day);
        }
        rejects.add(reason.toReject(request));
    }

    private void breakAll(MalformedMember reason) {
        span.days().forEach(broken::add);
        rejects.add(reason.toReject(request));
    }

    private Series series(Optional<Set<String>> organizations, Set<String> users) {
        Optional<BigDecimal> total = Optional.empty();
        try {
            total = Optional.of(root.number("total_acus"));
        } catch (MalformedMember e) {
            rejects.add(e.toReject(request));
        }
        figures.keySet().removeIf(cell -> broken.contains(cell.day()));
        figures.values().removeIf(acus -> acus.signum() == 0);
        return new Series(request, total, figures, broken, rejects, organizations, users);
    }
}

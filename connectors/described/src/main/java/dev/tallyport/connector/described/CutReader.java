package dev.tallyport.connector.described;

import dev.tallyport.connector.described.yaml.Fields;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Grain;
import dev.tallyport.connector.spi.MoneyKind;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the cuts of a description. Their grain is that of the request that fills them.
final class CutReader {

    static final Map<String, Dimension> DIMENSIONS =
            Stream.of(Dimension.values())
                    .collect(
                            Collectors.toMap(
                                    dimension -> named(dimension.name()),
                                    Function.identity(),
                                    (one, _) -> one,
                                    LinkedHashMap::new));

    private static final Map<String, MoneyKind> MONEY =
            Stream.of(MoneyKind.values())
                    .collect(Collectors.toMap(kind -> named(kind.name()), Function.identity()));

    private final Fields fields;
    private final Map<String, Cut> cuts = new LinkedHashMap<>();
    private final Map<String, String> filledBy = new LinkedHashMap<>();

    CutReader(Fields fields) {
        this.fields = fields;
        for (var id : fields.names()) {
            var cut = fields.fields(id);
            if (!DescriptionReader.isId(id)) {
                cut.wrong(
                        "expected an id of lower-case letters, digits and dashes, found '"
                                + id
                                + "'");
            }
            var read = cut.has("total-of") ? total(id, cut) : parts(id, cut);
            cut.end();
            read.ifPresent(one -> cuts.put(id, one));
        }
        if (cuts.isEmpty()) {
            fields.wrong("expected at least one cut, found none");
        }
    }

    private static String named(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Cut> parts(String id, Fields cut) {
        var meter =
                cut.text(
                        "meter",
                        "a meter of lower-case letters, digits and dashes",
                        text -> Optional.of(text).filter(DescriptionReader::isId));
        var money = cut.optionalChoice("money", MONEY);
        var unit =
                cut.text(
                        "unit",
                        money.isPresent() ? "a currency of ISO 4217 such as USD" : "a unit",
                        text ->
                                money.isPresent()
                                        ? Optional.of(Currency.getInstance(text).getCurrencyCode())
                                        : Optional.of(text));
        var dimensions = Set.copyOf(cut.choices("dimensions", DIMENSIONS));
        return meter.flatMap(measured ->
                unit.map(one ->
                        new Cut(
                                id,
                                measured,
                                Optional.of(one),
                                dimensions,
                                Grain.DAY,
                                money,
                                Optional.empty())));
    }

    private Optional<Cut> total(String id, Fields cut) {
        var parts = new LinkedHashMap<String, Cut>();
        cuts.values().stream()
                .filter(one -> one.total().isEmpty())
                .forEach(one -> parts.put(one.id(), one));
        var whole = cut.choice("total-of", parts);
        var per = Set.copyOf(cut.choices("dimensions", DIMENSIONS));
        var residual = cut.flag("residual", false);
        return whole.map(of -> {
            if (!of.dimensions().containsAll(per)) {
                cut.wrong(
                        "dimensions",
                        "expected no dimension that '" + of.id() + "' does not know, found one");
                return of;
            }
            return new Cut(
                    id,
                    of.meter(),
                    of.unit(),
                    per,
                    Grain.DAY,
                    of.money(),
                    Optional.of(new Cut.Total(of.id(), per, residual)));
        });
    }

    static String names(Set<Dimension> dimensions) {
        return dimensions.isEmpty()
                ? "none"
                : DIMENSIONS.entrySet().stream()
                        .filter(entry -> dimensions.contains(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "));
    }

    Map<String, Cut> cuts() {
        return cuts;
    }

    /// Whether a cut is no total of another one.
    boolean isPart(String id) {
        var cut = cuts.get(id);
        return cut != null && cut.total().isEmpty();
    }

    /// Notes that a request fills a cut; the coverage of two would retract each other's facts.
    ///
    /// @param where the part that says so
    void fill(String id, String request, Fields where) {
        var earlier = filledBy.putIfAbsent(id, request);
        if (earlier != null && !earlier.equals(request)) {
            where.wrong(
                    id,
                    "expected a cut that no other request fills, found that '"
                            + earlier
                            + "' does");
        }
    }

    /// The cuts with their grain.
    List<Cut> finish(List<Request> requests) {
        var grains = new LinkedHashMap<String, Grain>();
        requests.forEach(request -> grains.put(request.id(), request.window().grain()));
        for (var cut : cuts.values()) {
            var request = filledBy.get(cut.id());
            if (request == null) {
                fields.wrong(cut.id(), "expected that a request fills this cut, found none");
            }
            cut.total()
                    .filter(total -> request != null && !request.equals(filledBy.get(total.of())))
                    .ifPresent(total ->
                            fields.wrong(
                                    cut.id(),
                                    "expected that one request fills this total and '"
                                            + total.of()
                                            + "', found two"));
        }
        return cuts.values().stream()
                .map(cut -> cut.withGrain(grains.getOrDefault(filledBy.get(cut.id()), Grain.DAY)))
                .toList();
    }
}

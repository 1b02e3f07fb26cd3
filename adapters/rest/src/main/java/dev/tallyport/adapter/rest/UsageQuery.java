package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.usage.Dimension;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is asked about usage, as written in a query.
///
/// @param connectors ids of the connectors whose sources are asked; empty for all
record UsageQuery(
        Period period,
        String meter,
        Grouping grouping,
        Filter filter,
        Optional<Set<String>> connectors,
        Optional<Instant> asKnownOn) {

    private static final String METER = "meter";
    private static final String DEFAULT_METER = "acus";
    private static final String GROUP_BY = "groupBy";
    private static final String DAY = "day";
    private static final String CONNECTOR = "connector";
    private static final String AS_KNOWN_ON = "asKnownOn";

    private static final Map<String, Dimension> DIMENSIONS =
            Map.of(
                    "user", Dimension.USER,
                    "organization", Dimension.ORGANIZATION,
                    "product", Dimension.PRODUCT,
                    "model", Dimension.MODEL,
                    "activity", Dimension.ACTIVITY);

    /// @param installed the connectors there are
    /// @throws ProblemException naming everything that is wrong with the query
    static UsageQuery of(Map<String, List<String>> sent, List<Connector> installed) {
        var query =
                Query.of(
                        sent,
                        Period.FROM,
                        Period.TO,
                        METER,
                        GROUP_BY,
                        "user",
                        "organization",
                        "product",
                        "model",
                        "activity",
                        CONNECTOR,
                        AS_KNOWN_ON);
        var asked =
                new UsageQuery(
                        Period.of(query),
                        meter(query, installed),
                        grouping(query),
                        filter(query),
                        connectors(query, installed),
                        query.one(
                                AS_KNOWN_ON,
                                "a date-time with its offset, such as 2026-01-31T08:00:00Z",
                                Moment::instant));
        query.requireValid();
        return asked;
    }

    private static String meter(Query query, List<Connector> installed) {
        var known =
                installed.stream()
                        .flatMap(connector -> connector.descriptor().cuts().stream())
                        .map(Cut::meter)
                        .collect(Collectors.toCollection(TreeSet::new));
        return query.one(METER, oneOf(known), among(known)).orElse(DEFAULT_METER);
    }

    private static Grouping grouping(Query query) {
        var known = new TreeSet<>(DIMENSIONS.keySet());
        known.add(DAY);
        var names = query.several(GROUP_BY, oneOf(known), among(known)).orElse(Set.of());
        var dimensions = EnumSet.noneOf(Dimension.class);
        for (var name : names) {
            Optional.ofNullable(DIMENSIONS.get(name)).ifPresent(dimensions::add);
        }
        return new Grouping(names.contains(DAY), dimensions);
    }

    private static Filter filter(Query query) {
        var filter = Filter.ALL;
        for (var dimension : DIMENSIONS.entrySet()) {
            var values =
                    query.several(
                            dimension.getKey(), "ids of the vendor's, at least one", Optional::of);
            if (values.isPresent()) {
                filter = filter.withOnly(dimension.getValue(), values.get());
            }
        }
        return filter;
    }

    private static Optional<Set<String>> connectors(Query query, List<Connector> installed) {
        var known =
                installed.stream()
                        .map(connector -> connector.descriptor().id())
                        .collect(Collectors.toCollection(TreeSet::new));
        return query.several(CONNECTOR, oneOf(known), among(known));
    }

    private static String oneOf(Set<String> known) {
        return "one of " + String.join(", ", known);
    }

    private static Function<String, Optional<String>> among(Set<String> known) {
        return text -> Optional.of(text).filter(known::contains);
    }

    /// Whose cycles are meant where no period is said.
    String calendar() {
        return connectors
                .filter(some -> some.size() == 1)
                .map(one -> one.iterator().next())
                .orElse("devin");
    }
}

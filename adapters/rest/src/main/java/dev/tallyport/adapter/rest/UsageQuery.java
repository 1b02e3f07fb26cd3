package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.FindCycles.Cycles;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.reporting.Question.Order;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is asked about usage, as written in a query.
///
/// @param zone whose days are meant; empty for each source's own
/// @param compared whether the period before is answered as well
/// @param connectors ids of the connectors whose sources are asked; empty for all
record UsageQuery(
        Period period,
        Optional<ZoneId> zone,
        boolean compared,
        List<String> meters,
        Grouping grouping,
        Filter filter,
        Order order,
        Optional<Integer> top,
        Optional<Set<String>> connectors,
        Optional<Instant> asKnownOn) {

    private static final String CALENDAR = "calendar";
    private static final String COMPARE = "compare";
    private static final String METER = "meter";
    private static final String DEFAULT_METER = "acus";
    private static final String BUCKET = "bucket";
    private static final String GROUP_BY = "groupBy";
    private static final String DAY = "day";
    private static final String ORDER = "order";
    private static final String TOP = "top";
    private static final String CONNECTOR = "connector";
    private static final String AS_KNOWN_ON = "asKnownOn";

    private static final int MOST_GROUPS = 1000;

    private static final String OWN = "source";
    private static final Kind<String> A_CALENDAR =
            Kind.of(
                    "source for each source's own, UTC, or a zone such as Europe/Berlin",
                    text ->
                            Optional.of(text)
                                    .filter(one -> one.equals(OWN) || zone(one).isPresent()));

    private static final String NONE = "none";

    private static final Map<String, Dimension> DIMENSIONS =
            named(Dimension.values(), Dimension::name);
    private static final Map<String, Bucket> BUCKETS = named(Bucket.values(), Bucket::name);
    private static final Map<String, Order> ORDERS =
            new TreeMap<>(
                    Map.of(
                            "group", Order.GROUP,
                            "largest", Order.LARGEST_FIRST,
                            "smallest", Order.SMALLEST_FIRST));

    /// The parameters that a question about usage is made of.
    static final List<String> PARAMETERS =
            List.of(
                    Period.PERIOD,
                    Period.FROM,
                    Period.TO,
                    CALENDAR,
                    COMPARE,
                    METER,
                    BUCKET,
                    GROUP_BY,
                    "user",
                    "person",
                    "organization",
                    "product",
                    "model",
                    "activity",
                    "source",
                    CONNECTOR,
                    ORDER,
                    TOP,
                    AS_KNOWN_ON);

    /// The same with those of a page.
    static final List<String> PAGED =
            Stream.concat(PARAMETERS.stream(), Stream.of(Query.AFTER, Query.LIMIT)).toList();

    private static <T> Map<String, T> named(T[] values, Function<T, String> name) {
        var named = new TreeMap<String, T>();
        for (var value : values) {
            named.put(name.apply(value).toLowerCase(Locale.ROOT), value);
        }
        return named;
    }

    /// What is wrong is left with the query, and this is worth nothing then.
    ///
    /// @param installed the connectors there are
    static UsageQuery of(Query query, List<Connector> installed) {
        var zone = query.one(CALENDAR, A_CALENDAR).flatMap(UsageQuery::zone);
        return new UsageQuery(
                Period.of(query, zone),
                zone,
                query.one(COMPARE, "previous", text -> Optional.of(text).filter("previous"::equals))
                        .isPresent(),
                meters(query, installed),
                grouping(query),
                GivenFilter.of(query, DIMENSIONS.values()),
                query.one(ORDER, oneOf(ORDERS.keySet()), text -> find(ORDERS, text))
                        .orElse(Order.GROUP),
                query.one(TOP, Kind.whole(MOST_GROUPS)),
                connectors(query, installed),
                query.one(AS_KNOWN_ON, Kind.INSTANT));
    }

    /// Empty for each source's own.
    private static Optional<ZoneId> zone(String calendar) {
        try {
            return calendar.equals(OWN) ? Optional.empty() : Optional.of(ZoneId.of(calendar));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static List<String> meters(Query query, List<Connector> installed) {
        var known =
                installed.stream()
                        .flatMap(connector -> connector.descriptor().cuts().stream())
                        .map(Cut::meter)
                        .collect(Collectors.toCollection(TreeSet::new));
        return query.several(METER, oneOf(known), among(known))
                .map(List::copyOf)
                .orElse(List.of(DEFAULT_METER));
    }

    private static Grouping grouping(Query query) {
        var known = new TreeSet<>(DIMENSIONS.keySet());
        known.add(DAY);
        var names = query.several(GROUP_BY, oneOf(known), among(known)).orElse(Set.of());
        var bucket =
                query.one(BUCKET, "none, " + oneOf(BUCKETS.keySet()), UsageQuery::bucket)
                        .flatMap(name -> find(BUCKETS, name));
        if (names.contains(DAY) && bucket.filter(one -> one != Bucket.DAY).isPresent()) {
            query.reject(GROUP_BY, "no day beside another bucket", DAY);
        }
        var dimensions = EnumSet.noneOf(Dimension.class);
        for (var name : names) {
            find(DIMENSIONS, name).ifPresent(dimensions::add);
        }
        return new Grouping(names.contains(DAY) ? Optional.of(Bucket.DAY) : bucket, dimensions);
    }

    private static Optional<String> bucket(String text) {
        return Optional.of(text).filter(name -> name.equals(NONE) || BUCKETS.containsKey(name));
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

    private static <T> Optional<T> find(Map<String, T> named, String text) {
        return Optional.ofNullable(named.get(text));
    }

    /// @param cycles those that are meant
    /// @param filter with what only the application knows put in its place
    Question question(Visibility visibility, Instant now, Cycles cycles, Filter filter) {
        var days = zone.map(one -> BillingCalendar.of(one, List.of())).orElse(cycles.calendar());
        var window = period.window(now, cycles, days);
        return new Question(
                visibility,
                Optional.empty(),
                meters,
                window,
                zone,
                compared ? Optional.of(period.before(window, cycles)) : Optional.empty(),
                List.of(grouping),
                filter,
                Collections.emptySortedSet(),
                order,
                top,
                asKnownOn);
    }
}

package dev.tallyport.adapter.rest;

import dev.tallyport.application.pricing.CostQuestion;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.FindCycles.Cycles;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.usage.Bucket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is asked about costs, as written in a query: as about usage, by month unless said
/// otherwise.
///
/// @param connectors ids of the connectors whose sources are asked; empty for all
record CostQuery(
        Period period,
        Grouping grouping,
        Filter filter,
        Optional<Set<String>> connectors,
        PriceKind prices,
        Question.Order order,
        Optional<Instant> asKnownOn) {

    private static final String BUCKET = "bucket";
    static final String PRICES = "prices";
    static final String ORDER = "order";

    private static final Kind<PriceKind> A_KIND_OF_PRICE =
            Kind.of("contracted or list", CostQuery::prices);

    /// Those that say whose costs are meant, and what they are of.
    static final List<String> FILTERS =
            List.of(
                    "user",
                    "person",
                    "organization",
                    "product",
                    "model",
                    "activity",
                    "source",
                    "connector");

    /// The parameters that a question about costs is made of.
    static final List<String> PARAMETERS =
            Stream.of(
                            List.of(Period.PERIOD, Period.FROM, Period.TO, BUCKET, "groupBy"),
                            FILTERS,
                            List.of(PRICES, ORDER, "asKnownOn"))
                    .flatMap(List::stream)
                    .toList();

    /// @param installed the connectors there are
    /// @throws ProblemException naming everything that is wrong with the query
    static CostQuery of(Query query, List<Connector> installed) {
        var usage = UsageQuery.of(query, installed);
        var prices = query.one(PRICES, A_KIND_OF_PRICE).orElse(PriceKind.CONTRACTED);
        var bucket = usage.grouping().bucket();
        if (bucket.equals(Optional.of(Bucket.HOUR))) {
            query.reject(BUCKET, "none, day, week, month or cycle: a price holds for days", "hour");
        }
        query.requireValid();
        var grouping =
                bucket.isPresent() || query.has(BUCKET)
                        ? usage.grouping()
                        : new Grouping(Optional.of(Bucket.MONTH), usage.grouping().dimensions());
        return new CostQuery(
                usage.period(),
                grouping,
                usage.filter(),
                usage.connectors(),
                prices,
                usage.order(),
                usage.asKnownOn());
    }

    CostQuery withFilter(Filter other) {
        return new CostQuery(period, grouping, other, connectors, prices, order, asKnownOn);
    }

    private static Optional<PriceKind> prices(String text) {
        return switch (text) {
            case "contracted" -> Optional.of(PriceKind.CONTRACTED);
            case "list" -> Optional.of(PriceKind.LIST);
            default -> Optional.empty();
        };
    }

    CostQuestion question(Visibility visibility, Instant now, Cycles cycles) {
        return new CostQuestion(
                visibility,
                period.window(now, cycles, cycles.calendar()),
                grouping,
                filter,
                prices,
                asKnownOn);
    }
}

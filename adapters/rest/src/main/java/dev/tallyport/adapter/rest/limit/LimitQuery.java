package dev.tallyport.adapter.rest.limit;

import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.adapter.rest.GivenFilter;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.limit.StatedLimit.Place;
import dev.tallyport.application.reporting.Filter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which limits are asked for, as written in a query.
record LimitQuery(Filter filter, boolean unlimited, Optional<Place> after, int limit) {

    private static final String UNLIMITED = "unlimited";

    private static final Kind<Place> PLACE = Cursor.kind(5, LimitQuery::place);

    /// What limits are chosen by.
    private static final List<String> CHOSEN_BY =
            List.of(
                    GivenFilter.SOURCE,
                    GivenFilter.USER,
                    GivenFilter.PERSON,
                    GivenFilter.ORGANIZATION,
                    UNLIMITED);

    /// All of them, to be taken away.
    record OfExport(Filter filter, boolean unlimited, Format format) {

        /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
        static OfExport of(Map<String, List<String>> sent) {
            var query = query(sent, Query.FORMAT);
            var asked =
                    new OfExport(
                            GivenFilter.of(query, GivenFilter.WHOSE),
                            query.one(UNLIMITED, Kind.TRUTH).orElse(false),
                            query.format());
            query.requireValid();
            return asked;
        }
    }

    /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
    static LimitQuery of(Map<String, List<String>> sent) {
        var query = query(sent, Query.AFTER, Query.LIMIT);
        var asked =
                new LimitQuery(
                        GivenFilter.of(query, GivenFilter.WHOSE),
                        query.one(UNLIMITED, Kind.TRUTH).orElse(false),
                        query.one(Query.AFTER, PLACE),
                        query.limit());
        query.requireValid();
        return asked;
    }

    private static Query query(Map<String, List<String>> sent, String... more) {
        return Query.of(sent, Stream.concat(CHOSEN_BY.stream(), Stream.of(more)).toList());
    }

    boolean follows(Place place) {
        return after.map(last -> place.compareTo(last) > 0).orElse(true);
    }

    static Cursor cursor(Place place) {
        return Cursor.of(
                place.source().value(),
                place.name(),
                place.organization(),
                place.user(),
                place.product());
    }

    private static Optional<Place> place(Cursor cursor) {
        var parts = cursor.parts();
        return Kind.SOURCE
                .parse()
                .apply(parts.get(0))
                .map(source ->
                        new Place(source, parts.get(1), parts.get(2), parts.get(3), parts.get(4)));
    }
}

package dev.tallyport.adapter.rest.limit;

import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.adapter.rest.GivenFilter;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.limit.StatedLimit.Place;
import dev.tallyport.application.reporting.Filter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which limits are asked for, as written in a query.
record LimitQuery(Filter filter, boolean unlimited, Optional<Place> after, int limit) {

    private static final String UNLIMITED = "unlimited";

    private static final Kind<Place> PLACE = Cursor.kind(5, LimitQuery::place);

    /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
    static LimitQuery of(Map<String, List<String>> sent) {
        var query =
                Query.of(
                        sent,
                        GivenFilter.SOURCE,
                        GivenFilter.USER,
                        GivenFilter.PERSON,
                        GivenFilter.ORGANIZATION,
                        UNLIMITED,
                        Query.AFTER,
                        Query.LIMIT);
        var asked =
                new LimitQuery(
                        GivenFilter.of(query, GivenFilter.WHOSE),
                        query.one(UNLIMITED, Kind.TRUTH).orElse(false),
                        query.one(Query.AFTER, PLACE),
                        query.limit());
        query.requireValid();
        return asked;
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

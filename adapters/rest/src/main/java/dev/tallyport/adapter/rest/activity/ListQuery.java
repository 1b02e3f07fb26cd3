package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.adapter.rest.GivenFilter;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.activity.ActivityReports.Wanted;
import dev.tallyport.application.activity.Place;
import dev.tallyport.connector.spi.Activity;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which activities are to be listed, as written in a query.
record ListQuery(Set<Activity.Kind> kinds, Wanted wanted, Optional<Place> after, int limit) {

    private static final String KIND = "kind";

    private static final Kind<Place> PLACE = Cursor.kind(4, ListQuery::place);

    /// Of all kinds, unless it says of which.
    ///
    /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
    static ListQuery ofActivities(Map<String, List<String>> sent) {
        var query =
                Query.of(
                        sent,
                        KIND,
                        Stretch.FROM,
                        Stretch.TO,
                        GivenFilter.SOURCE,
                        GivenFilter.USER,
                        GivenFilter.PERSON,
                        GivenFilter.ORGANIZATION,
                        Filters.STATUS,
                        Query.SEARCH,
                        Query.AFTER,
                        Query.LIMIT);
        var kinds =
                query.several(KIND, KindOfActivity.EXPECTED, KindOfActivity::parse)
                        .orElseGet(() -> EnumSet.allOf(Activity.Kind.class));
        return of(query, kinds);
    }

    /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
    static ListQuery ofSessions(Map<String, List<String>> sent) {
        var query =
                Query.of(
                        sent,
                        Stretch.FROM,
                        Stretch.TO,
                        GivenFilter.SOURCE,
                        GivenFilter.USER,
                        GivenFilter.PERSON,
                        GivenFilter.ORGANIZATION,
                        Filters.STATUS,
                        Filters.PLAYBOOK,
                        Query.SEARCH,
                        Query.AFTER,
                        Query.LIMIT);
        return of(query, EnumSet.of(Activity.Kind.SESSION));
    }

    private static ListQuery of(Query query, Set<Activity.Kind> kinds) {
        var stretch = Stretch.of(query);
        var asked =
                new ListQuery(
                        kinds,
                        new Wanted(stretch.from(), stretch.to(), Filters.of(query), query.search()),
                        query.one(Query.AFTER, PLACE),
                        query.limit());
        query.requireValid();
        return asked;
    }

    static Cursor cursor(Place place) {
        return Cursor.of(
                place.start().toString(),
                place.source().value(),
                KindOfActivity.written(place.kind()),
                place.id());
    }

    private static Optional<Place> place(Cursor cursor) {
        var parts = cursor.parts();
        var start = Kind.INSTANT.parse().apply(parts.get(0));
        var source = Kind.SOURCE.parse().apply(parts.get(1));
        var kind = KindOfActivity.parse(parts.get(2));
        return start.isPresent() && source.isPresent() && kind.isPresent()
                ? Optional.of(new Place(start.get(), source.get(), kind.get(), parts.get(3)))
                : Optional.empty();
    }
}

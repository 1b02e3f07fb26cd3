package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.adapter.rest.GivenFilter;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.activity.ActivityReports.Wanted;
import dev.tallyport.application.activity.Place;
import dev.tallyport.connector.spi.Activity;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which activities are to be listed, as written in a query.
record ListQuery(Set<Activity.Kind> kinds, Wanted wanted, Optional<Place> after, int limit) {

    private static final String KIND = "kind";

    private static final Kind<Place> PLACE = Cursor.kind(4, ListQuery::place);

    /// What activities are chosen by.
    private static final List<String> OF_ACTIVITIES =
            List.of(
                    KIND,
                    Stretch.FROM,
                    Stretch.TO,
                    GivenFilter.SOURCE,
                    GivenFilter.USER,
                    GivenFilter.PERSON,
                    GivenFilter.ORGANIZATION,
                    Filters.STATUS,
                    Query.SEARCH);

    /// What sessions are chosen by.
    private static final List<String> OF_SESSIONS =
            List.of(
                    Stretch.FROM,
                    Stretch.TO,
                    GivenFilter.SOURCE,
                    GivenFilter.USER,
                    GivenFilter.PERSON,
                    GivenFilter.ORGANIZATION,
                    Filters.STATUS,
                    Filters.PLAYBOOK,
                    Query.SEARCH);

    /// All of them, to be taken away.
    record OfExport(Set<Activity.Kind> kinds, Wanted wanted, Format format) {

        /// As [ListQuery#ofActivities].
        static OfExport ofActivities(Map<String, List<String>> sent) {
            var query = query(sent, OF_ACTIVITIES, Query.FORMAT);
            return of(query, ListQuery.kinds(query));
        }

        /// As [ListQuery#ofSessions].
        static OfExport ofSessions(Map<String, List<String>> sent) {
            return of(query(sent, OF_SESSIONS, Query.FORMAT), EnumSet.of(Activity.Kind.SESSION));
        }

        private static OfExport of(Query query, Set<Activity.Kind> kinds) {
            var asked = new OfExport(kinds, ListQuery.wanted(query), query.format());
            query.requireValid();
            return asked;
        }
    }

    /// Of all kinds, unless it says of which.
    ///
    /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
    static ListQuery ofActivities(Map<String, List<String>> sent) {
        var query = query(sent, OF_ACTIVITIES, Query.AFTER, Query.LIMIT);
        return of(query, kinds(query));
    }

    /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
    static ListQuery ofSessions(Map<String, List<String>> sent) {
        var query = query(sent, OF_SESSIONS, Query.AFTER, Query.LIMIT);
        return of(query, EnumSet.of(Activity.Kind.SESSION));
    }

    private static Query query(
            Map<String, List<String>> sent, List<String> chosenBy, String... more) {
        return Query.of(sent, Stream.concat(chosenBy.stream(), Stream.of(more)).toList());
    }

    private static Set<Activity.Kind> kinds(Query query) {
        return query.several(KIND, KindOfActivity.EXPECTED, KindOfActivity::parse)
                .orElseGet(() -> EnumSet.allOf(Activity.Kind.class));
    }

    private static Wanted wanted(Query query) {
        var stretch = Stretch.of(query);
        return new Wanted(stretch.from(), stretch.to(), Filters.of(query), query.search());
    }

    private static ListQuery of(Query query, Set<Activity.Kind> kinds) {
        var asked =
                new ListQuery(kinds, wanted(query), query.one(Query.AFTER, PLACE), query.limit());
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

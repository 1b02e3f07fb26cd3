package dev.tallyport.adapter.rest.choice;

import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.reporting.Choices.Place;
import dev.tallyport.application.reporting.Choices.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for.
final class ChoiceQuery {

    private static final Kind<Place> PLACE = Cursor.kind(2, ChoiceQuery::place);

    private ChoiceQuery() {}

    /// @throws dev.tallyport.adapter.rest.ProblemException for parameters that are wrong
    static <T> Page<T> page(Map<String, List<String>> sent, Function<Wanted, List<T>> list) {
        var query = Query.of(sent, Query.SEARCH, Query.AFTER, Query.LIMIT);
        var search = query.search();
        var after = query.one(Query.AFTER, PLACE);
        var limit = query.limit();
        query.requireValid();
        return Page.of(limit, most -> list.apply(new Wanted(search, after, most)));
    }

    /// Null at the end.
    static <T> @Nullable String next(Page<T> page, Function<T, Place> place) {
        return page.next(place.andThen(ChoiceQuery::written)).orElse(null);
    }

    private static String written(Place place) {
        return Cursor.of(place.label(), place.key()).written();
    }

    private static Optional<Place> place(Cursor cursor) {
        return Optional.of(new Place(cursor.parts().getFirst(), cursor.parts().getLast()));
    }
}

package dev.tallyport.adapter.rest.view;

import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.view.SavedViews.Place;
import dev.tallyport.application.view.SavedViews.Stored;
import dev.tallyport.domain.view.Sharing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which views are to be listed, as written in a query.
record ViewsQuery(String search, Optional<Sharing> sharing, Optional<Place> after, int limit) {

    static final String EXAMPLE = "UHJvZHVjdHM.OA";

    private static final Kind<Place> PLACE = Cursor.kind(2, ViewsQuery::place);

    /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
    static ViewsQuery of(Map<String, List<String>> sent) {
        var query = Query.of(sent, Query.SEARCH, GivenView.SHARED, Query.AFTER, Query.LIMIT);
        var asked =
                new ViewsQuery(
                        query.search(),
                        query.one(GivenView.SHARED, GivenView.SHARING),
                        query.one(Query.AFTER, PLACE),
                        query.limit());
        query.requireValid();
        return asked;
    }

    static Cursor cursor(Stored stored) {
        return Cursor.of(stored.view().name(), Long.toString(stored.id()));
    }

    private static Optional<Place> place(Cursor cursor) {
        return Kind.ID
                .parse()
                .apply(cursor.parts().get(1))
                .map(id -> new Place(cursor.parts().getFirst(), id));
    }
}

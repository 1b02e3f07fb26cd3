package dev.tallyport.adapter.rest.choice;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.reporting.Choices.Wanted;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/// Which part of a list is asked for.
final class ChoiceQuery {

    private ChoiceQuery() {}

    /// @throws dev.tallyport.adapter.rest.ProblemException for parameters that are wrong
    static <T> Page<T> page(UriInfo request, Function<Wanted, List<T>> list) {
        var query = Query.of(request.getQueryParameters(), Query.SEARCH, Query.AFTER, Query.LIMIT);
        var search = query.search();
        var after = query.one(Query.AFTER, Cursor.PLACE);
        var limit = query.limit();
        query.requireValid();
        return Page.of(limit, most -> list.apply(new Wanted(search, after, most)));
    }
}

package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.GivenFilter;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.activity.ActivityFilter;
import java.util.Optional;
import java.util.Set;

/// Which activities are asked about, as written in a query.
final class Filters {

    static final String STATUS = "status";
    static final String PLAYBOOK = "playbook";

    private Filters() {}

    /// Of the parameters that the query may have. What is wrong is left with it.
    static ActivityFilter of(Query query) {
        return new ActivityFilter(
                GivenFilter.of(query, GivenFilter.WHOSE),
                words(query, STATUS),
                words(query, PLAYBOOK));
    }

    private static Optional<Set<String>> words(Query query, String name) {
        return query.several(name, Kind.VENDOR_ID.expected(), Kind.VENDOR_ID.parse());
    }
}

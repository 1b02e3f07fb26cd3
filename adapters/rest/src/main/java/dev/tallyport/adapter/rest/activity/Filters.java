package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.activity.ActivityFilter;
import java.util.Set;
import java.util.function.BiFunction;

/// Which activities are asked about, as written in a query.
final class Filters {

    static final String SOURCE = "source";
    static final String USER = "user";
    static final String ORGANIZATION = "organization";
    static final String STATUS = "status";
    static final String PLAYBOOK = "playbook";

    private Filters() {}

    /// Of the parameters that the query may have. What is wrong is left with it.
    static ActivityFilter of(Query query) {
        var filter =
                with(ActivityFilter.ALL, query, SOURCE, Kind.SOURCE, ActivityFilter::withSources);
        filter = with(filter, query, USER, Kind.VENDOR_ID, ActivityFilter::withUsers);
        filter =
                with(
                        filter,
                        query,
                        ORGANIZATION,
                        Kind.VENDOR_ID,
                        ActivityFilter::withOrganizations);
        filter = with(filter, query, STATUS, Kind.VENDOR_ID, ActivityFilter::withStatuses);
        return with(filter, query, PLAYBOOK, Kind.VENDOR_ID, ActivityFilter::withPlaybooks);
    }

    private static <T> ActivityFilter with(
            ActivityFilter filter,
            Query query,
            String name,
            Kind<T> kind,
            BiFunction<ActivityFilter, Set<T>, ActivityFilter> with) {
        return query.several(name, kind.expected(), kind.parse())
                .map(values -> with.apply(filter, values))
                .orElse(filter);
    }
}

package dev.tallyport.adapter.rest.flag;

import dev.tallyport.adapter.rest.GivenScope;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The organizations of somebody for whom a flag is to be decided, as a query names them.
final class Membership {

    private Membership() {}

    /// A source for each organization in the same order, or one that all of them are of.
    static Set<VendorOrganization> of(Map<String, List<String>> sent) {
        var query = Query.of(sent, GivenScope.SOURCE, GivenScope.ORGANIZATION);
        var sources = query.each(GivenScope.SOURCE, Kind.SOURCE);
        var organizations = query.each(GivenScope.ORGANIZATION, Kind.VENDOR_ID);
        query.requireValid();
        var oneForAll = sources.size() == 1 && !organizations.isEmpty();
        if (!oneForAll && sources.size() != organizations.size()) {
            query.reject(
                    GivenScope.SOURCE,
                    "as often as organization, or once for all of them",
                    sources.size() + " for " + organizations.size());
        }
        query.requireValid();
        return paired(sources, organizations);
    }

    private static Set<VendorOrganization> paired(
            List<SourceName> sources, List<String> organizations) {
        var paired = new HashSet<VendorOrganization>();
        for (int i = 0; i < organizations.size(); i++) {
            var source = sources.size() == 1 ? sources.getFirst() : sources.get(i);
            paired.add(new VendorOrganization(source, organizations.get(i)));
        }
        return paired;
    }
}

package dev.tallyport.adapter.rest.person;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A vendor's user, as they were sent.
final class SentUser {

    static final String SOURCE = "source";
    static final String USER = "user";

    private SentUser() {}

    static VendorUser of(byte[] sent) {
        var body = Body.of(sent, SOURCE, USER);
        var source = body.required(SOURCE, Kind.SOURCE);
        var user = body.required(USER, Kind.VENDOR_ID);
        body.requireValid();
        return user(source, user);
    }

    static VendorUser of(Map<String, List<String>> sent) {
        var query = Query.of(sent, SOURCE, USER);
        var source = query.required(SOURCE, Kind.SOURCE);
        var user = query.required(USER, Kind.VENDOR_ID);
        query.requireValid();
        return user(source, user);
    }

    private static VendorUser user(Optional<SourceName> source, Optional<String> user) {
        return new VendorUser(source.orElseThrow(), user.orElseThrow());
    }
}

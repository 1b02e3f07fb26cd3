package dev.tallyport.adapter.rest.rate;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.domain.pricing.Validity;

/// The days that a rate is to apply on, as they were sent.
final class GivenDays {

    static final String FROM = "from";
    static final String UNTIL = "until";

    private GivenDays() {}

    /// What is wrong is left with the body, and the days are worth nothing then.
    static Validity in(Body body) {
        var from = body.oneOrNull(FROM, Kind.DAY);
        var until = body.oneOrNull(UNTIL, Kind.DAY);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            body.reject(UNTIL, "a day after from, " + from.get(), until.get().toString());
            return Validity.ALWAYS;
        }
        return new Validity(from, until);
    }
}

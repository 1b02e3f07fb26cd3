package dev.tallyport.adapter.rest.flag;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.GivenScope;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.OrganizationId;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.flag.FlagState;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a flag is to be set somewhere.
@Schema(name = "NewFlagState", description = "How a flag is to be set somewhere")
record NewState(
        @Schema(required = true) boolean on,
        @Schema(
                        implementation = OrganizationId.class,
                        description = "Where; by default for the enterprise")
                Scope scope,
        @Schema(description = "The first instant; by default always before") Optional<Instant> from,
        @Schema(description = "The first instant no longer; by default always after")
                Optional<Instant> until,
        @Schema(required = true, description = "Why", examples = "agreed with the works council")
                String reason) {

    private static final String ON = "on";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String REASON = "reason";

    static NewState of(byte[] sent) {
        var body = Body.of(sent, ON, GivenScope.SCOPE, FROM, UNTIL, REASON);
        var on = body.required(ON, Kind.TRUTH);
        var scope = GivenScope.in(body);
        var from = body.oneOrNull(FROM, Kind.INSTANT);
        var until = body.oneOrNull(UNTIL, Kind.INSTANT);
        var reason = body.required(REASON, Kind.text(1000));
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            body.reject(UNTIL, "a date-time after from, " + from.get(), until.get().toString());
        }
        body.requireValid();
        return new NewState(on.orElseThrow(), scope, from, until, reason.orElseThrow());
    }

    FlagState state() {
        return new FlagState(on, from, until);
    }
}

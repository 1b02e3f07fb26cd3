package dev.tallyport.adapter.rest.serviceuser;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.application.serviceuser.ServiceUser;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a service user is to be from now on.
@Schema(
        name = "ServiceUserChange",
        description = "How a service user is to be; what is absent stays as it is")
record ServiceUserChange(
        @Schema(examples = "finance-export") String name,
        @Schema(description = "false makes its keys worth nothing until it is true again")
                boolean enabled,
        @Schema(description = "null for never", nullable = true) Optional<Instant> expiresAt) {

    private static final String ENABLED = "enabled";

    /// @param now what stays where nothing else is said
    static ServiceUserChange of(byte[] sent, ServiceUser now) {
        var body = Body.of(sent, NewServiceUser.NAME, ENABLED, NewServiceUser.EXPIRES_AT);
        var change =
                new ServiceUserChange(
                        body.one(NewServiceUser.NAME, Kind.text(200)).orElse(now.name()),
                        body.one(ENABLED, Kind.TRUTH).orElse(now.enabled()),
                        body.has(NewServiceUser.EXPIRES_AT)
                                ? body.oneOrNull(NewServiceUser.EXPIRES_AT, Kind.INSTANT)
                                : now.expiresAt());
        body.requireValid();
        return change;
    }
}

package dev.tallyport.adapter.rest.session;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One's own password, changed.
@Schema(name = "NewPassword", description = "One's own password, changed")
record NewPassword(
        @Schema(
                        required = true,
                        description = "As it is now",
                        format = "password",
                        examples = "as printed at the first start")
                String current,
        @Schema(
                        required = true,
                        description = "12 to 256 characters",
                        format = "password",
                        examples = "a longer one of my own")
                String password) {

    private static final String CURRENT = "current";
    private static final String PASSWORD = "password";

    static NewPassword of(byte[] sent) {
        var body = Body.of(sent, CURRENT, PASSWORD);
        var current = body.required(CURRENT, Kind.SECRET);
        var password = body.required(PASSWORD, Kind.SECRET);
        body.requireValid();
        return new NewPassword(current.orElseThrow(), password.orElseThrow());
    }

    /// Keeps both out of logs.
    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}

package dev.tallyport.adapter.rest.session;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What somebody signs in with.
@Schema(name = "Credentials", description = "What somebody signs in with")
record Credentials(
        @Schema(required = true, examples = "ada") String login,
        @Schema(required = true, format = "password", examples = "as printed at the first start")
                String password) {

    private static final String LOGIN = "login";
    private static final String PASSWORD = "password";

    static Credentials of(byte[] sent) {
        var body = Body.of(sent, LOGIN, PASSWORD);
        var login = body.required(LOGIN, Kind.SECRET);
        var password = body.required(PASSWORD, Kind.SECRET);
        body.requireValid();
        return new Credentials(login.orElseThrow(), password.orElseThrow());
    }

    /// Keeps the password out of logs.
    @Override
    public String toString() {
        return "Credentials[login=" + login + "]";
    }
}

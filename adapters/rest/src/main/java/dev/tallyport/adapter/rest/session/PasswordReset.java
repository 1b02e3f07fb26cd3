package dev.tallyport.adapter.rest.session;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A password chosen by a reset that was offered.
@Schema(name = "PasswordReset", description = "A password chosen by a reset that was offered")
record PasswordReset(
        @Schema(
                        required = true,
                        description = "What follows # in the reset's path",
                        examples = "Q3Vyc29yIGlzIG5vdCBhIHRva2VuIG9mIG91cnMgYXQ")
                String token,
        @Schema(
                        required = true,
                        description = "12 to 256 characters",
                        format = "password",
                        examples = "a longer one of my own")
                String password) {

    private static final String TOKEN = "token";
    private static final String PASSWORD = "password";

    static PasswordReset of(byte[] sent) {
        var body = Body.of(sent, TOKEN, PASSWORD);
        var token = body.required(TOKEN, Kind.SECRET);
        var password = body.required(PASSWORD, Kind.SECRET);
        body.requireValid();
        return new PasswordReset(token.orElseThrow(), password.orElseThrow());
    }

    /// Keeps both out of logs.
    @Override
    public String toString() {
        return "PasswordReset[hidden]";
    }
}

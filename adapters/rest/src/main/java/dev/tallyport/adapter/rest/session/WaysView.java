package dev.tallyport.adapter.rest.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How people can sign in.
@Schema(name = "SignInWays", description = "How people can sign in")
record WaysView(
        @Schema(required = true, description = "With the password of a local account")
                boolean password,
        @Schema(
                        required = true,
                        description = "Through the identity provider, at /sign-in/provider")
                boolean provider) {}

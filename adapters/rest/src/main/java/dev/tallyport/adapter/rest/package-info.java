/// Tallyport's own HTTP API, and the shape of every error that no dialect has a shape for.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tallyport",
                        version = "1",
                        description =
                                "Who used which AI agents, and how much. The own API is below"
                                        + " /api/v1; the vendors' dialects answer clients written"
                                        + " for them."),
        security = @SecurityRequirement(name = "key"),
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = "key",
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        description = "Authorization: Bearer <key>")))
@NullMarked
package dev.tallyport.adapter.rest;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jspecify.annotations.NullMarked;

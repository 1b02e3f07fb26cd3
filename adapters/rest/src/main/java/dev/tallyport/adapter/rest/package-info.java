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
        security = {@SecurityRequirement(name = "key"), @SecurityRequirement(name = "session")},
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "key",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    description = "Authorization: Bearer <key>"),
                            @SecurityScheme(
                                    securitySchemeName = "session",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.COOKIE,
                                    apiKeyName = CurrentSession.COOKIE,
                                    description =
                                            "A session, begun by POST /api/v1/session. What changes anything also sends X-CSRF-Token, csrfToken of GET /api/v1/session.")
                        },
                        parameters = {
                            @Parameter(
                                    name = "from",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "The first day by its label, or the first instant with its offset; both of one"
                                                    + " kind.",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "2026-01-16"),
                            @Parameter(
                                    name = "to",
                                    in = ParameterIn.QUERY,
                                    description = "The first day or instant no longer asked about.",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "2026-02-16"),
                            @Parameter(
                                    name = "period",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Instead of from and to: last-hour, last-6-hours or any other number, last-30-days or any other number, last-month, this-cycle, previous-cycle. Days are through today.",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "last-30-days"),
                            @Parameter(
                                    name = "calendar",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Whose days are meant where usage is stated finer than by day, and in which date-times without an offset are read: a zone, or source for each source's own. Cycles are always the vendor's.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    defaultValue = "source"),
                                    example = "Europe/Berlin"),
                            @Parameter(
                                    name = "compare",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "previous for the period before as well, as of the same moment: the month or cycle before, of a cycle under way as many days, or else as much time before.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = "previous")),
                            @Parameter(
                                    name = "meter",
                                    in = ParameterIn.QUERY,
                                    description = "What is measured; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class,
                                                    defaultValue = "acus"),
                                    example = "acus"),
                            @Parameter(
                                    name = "bucket",
                                    in = ParameterIn.QUERY,
                                    description = "What rows are told apart by in time.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {
                                                        "none", "hour", "day", "week", "month",
                                                        "cycle"
                                                    },
                                                    defaultValue = "none"),
                                    example = "day"),
                            @Parameter(
                                    name = "groupBy",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "What rows are told apart by: user, person, organization, product, model, activity, source, and day for bucket=day; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class),
                                    example = "day,user"),
                            @Parameter(
                                    name = "order",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "How rows of one stretch of time follow one another: by what they have in common, or by their quantity.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"group", "largest", "smallest"},
                                                    defaultValue = "group")),
                            @Parameter(
                                    name = "top",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "How many groups have rows of their own, those with most of the first meter; what the others used is one row.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "1000"),
                                    example = "10"),
                            @Parameter(
                                    name = "person",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only of these persons: their numbers, me, or source/user for whoever a vendor knows so; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class),
                                    example = "me"),
                            @Parameter(
                                    name = "source",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only from these sources; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class),
                                    example = "acme"),
                            @Parameter(
                                    name = "user",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only of these users; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class),
                                    example = "email|1"),
                            @Parameter(
                                    name = "organization",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only tied to these organizations; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class),
                                    example = "org-1"),
                            @Parameter(
                                    name = "status",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only in one of these states, in the vendor's words; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class),
                                    example = "finished"),
                            @Parameter(
                                    name = "playbook",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only of sessions that follow one of these; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class),
                                    example = "playbook-1"),
                            @Parameter(
                                    name = "minSessions",
                                    in = ParameterIn.QUERY,
                                    description = "How many sessions make somebody active.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "1000000",
                                                    defaultValue = "1")),
                            @Parameter(
                                    name = "minSearches",
                                    in = ParameterIn.QUERY,
                                    description = "How many searches make somebody active.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "1000000",
                                                    defaultValue = "1")),
                            @Parameter(
                                    name = "product",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only of these products; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class),
                                    example = "cascade"),
                            @Parameter(
                                    name = "model",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only of these models; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class),
                                    example = "claude-sonnet-4"),
                            @Parameter(
                                    name = "activity",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only of these activities; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class),
                                    example = "Release notes"),
                            @Parameter(
                                    name = "connector",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only from sources of these connectors; repeated or joined by commas.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class),
                                    example = "devin"),
                            @Parameter(
                                    name = "asKnownOn",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "The figures as they were known then; by default as they are known now.",
                                    schema =
                                            @Schema(type = SchemaType.STRING, format = "date-time"),
                                    example = "2026-02-01T08:00:00Z"),
                            @Parameter(
                                    name = "action",
                                    in = ParameterIn.QUERY,
                                    description = "Only what was done so.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200),
                                    example = "role.given"),
                            @Parameter(
                                    name = "principal",
                                    in = ParameterIn.QUERY,
                                    description = "Only by this one.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200),
                                    example = "person:7"),
                            @Parameter(
                                    name = "target",
                                    in = ParameterIn.QUERY,
                                    description = "Only done to this.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200),
                                    example = "role:lead"),
                            @Parameter(
                                    name = "text",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only where this text occurs in the name, the origin, the target, or what was before or after, in whatever case.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200),
                                    example = "lead"),
                            @Parameter(
                                    name = "until",
                                    in = ParameterIn.QUERY,
                                    description = "The first instant no longer asked for.",
                                    schema =
                                            @Schema(type = SchemaType.STRING, format = "date-time"),
                                    example = "2026-02-01T08:00:00Z"),
                            @Parameter(
                                    name = "before",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only what has lower numbers; next of the answer before.",
                                    schema = @Schema(type = SchemaType.INTEGER, format = "int64"),
                                    example = "4711"),
                            @Parameter(
                                    name = "search",
                                    in = ParameterIn.QUERY,
                                    description = "Only what holds this text, in whatever case.",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 200),
                                    example = "ada"),
                            @Parameter(
                                    name = "after",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Only what comes after this; next of the answer before.",
                                    schema = @Schema(type = SchemaType.INTEGER, format = "int64"),
                                    example = "100"),
                            @Parameter(
                                    name = "If-None-Match",
                                    in = ParameterIn.HEADER,
                                    description =
                                            "Tags of answers that are known, joined by commas; one of them is not sent again.",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "\"xkTGYfY8iHAj0LV1aY2m0Nk2nBcTkqOpDVAn6ls7KbE\""),
                            @Parameter(
                                    name = "limit",
                                    in = ParameterIn.QUERY,
                                    description = "How much at most.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "1000",
                                                    defaultValue = "100")),
                            @Parameter(
                                    name = "format",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "Comma-separated values, an Excel workbook, or a JSON object on each line.",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"csv", "xlsx", "jsonl"},
                                                    defaultValue = "csv"))
                        },
                        responses =
                                @APIResponse(
                                        name = "Exported",
                                        description =
                                                "All rows. What is to be known of them all ends the file where there is any: in csv in lines that begin with #, in xlsx on the last sheet, in jsonl in the last object. In csv and xlsx, text that a spreadsheet would take for a formula begins with an apostrophe.",
                                        content = {
                                            @Content(
                                                    mediaType = Format.CSV_TYPE,
                                                    schema = @Schema(type = SchemaType.STRING)),
                                            @Content(
                                                    mediaType = Format.XLSX_TYPE,
                                                    schema =
                                                            @Schema(
                                                                    type = SchemaType.STRING,
                                                                    format = "binary")),
                                            @Content(
                                                    mediaType = Format.JSON_LINES_TYPE,
                                                    schema = @Schema(type = SchemaType.STRING))
                                        })))
@NullMarked
package dev.tallyport.adapter.rest;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.account.CurrentSession;
import org.jspecify.annotations.NullMarked;

package dev.tallyport.adapter.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A question about usage whose answer becomes a file, as it is described; it is read as a [Query].
@Schema(
        name = "UsageExportQuestion",
        description = "Each member is what the parameter of its name is to GET")
record UsageExportDocument(
        @Schema(enumeration = {"csv", "xlsx", "jsonl", "focus"}) @Nullable String format,
        @Schema(examples = "last-30-days") @Nullable String period,
        @Schema(examples = "2026-01-01") @Nullable String from,
        @Schema(examples = "2026-02-01") @Nullable String to,
        @Schema(examples = "Europe/Berlin") @Nullable String calendar,
        @Schema(examples = "[\"acus\"]") @Nullable List<String> meter,
        @Schema(enumeration = {"none", "hour", "day", "week", "month", "cycle"})
                @Nullable String bucket,
        @Schema(examples = "[\"user\"]") @Nullable List<String> groupBy,
        @Nullable List<String> user,
        @Nullable List<String> person,
        @Nullable List<String> organization,
        @Nullable List<String> product,
        @Nullable List<String> model,
        @Nullable List<String> activity,
        @Nullable List<String> source,
        @Nullable List<String> connector,
        @Schema(enumeration = {"group", "largest", "smallest"}) @Nullable String order,
        @Schema(minimum = "1", maximum = "1000") @Nullable Integer top,
        @Schema(format = "date-time") @Nullable String asKnownOn) {}

package dev.tallyport.adapter.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a source's totals compare with their parts.
@Schema(name = "Reconciliation", description = "How a source's totals compare with their parts")
record ReconciliationView(
        @Schema(examples = "acme") String source,
        @Schema(description = "The days that the comparisons begin on") RangeView window,
        List<ComparisonView> comparisons) {}

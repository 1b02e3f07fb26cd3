package dev.tallyport.adapter.rest.source;

import dev.tallyport.application.ingestion.Counts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a read brought.
@Schema(name = "ReadCounts", description = "What a read brought")
record CountsView(
        @Schema(description = "Facts handed over by the vendor", examples = "11456") long fetched,
        @Schema(description = "Facts that were new or revised", examples = "12") long changed,
        @Schema(description = "Facts that were known as they are", examples = "11444")
                long unchanged,
        @Schema(description = "Facts that the vendor states no longer", examples = "0")
                long retracted,
        @Schema(description = "Records that were not understood", examples = "0") long rejected,
        @Schema(description = "How often the vendor asked to be left alone", examples = "0")
                long waits) {

    static CountsView of(Counts counts) {
        return new CountsView(
                counts.facts(),
                counts.changes().added() + counts.changes().revised(),
                counts.unchanged(),
                counts.changes().retracted(),
                counts.rejected(),
                counts.waits());
    }
}

package dev.tallyport.adapter.rest.source;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.application.ingestion.AdministerJobs;
import dev.tallyport.domain.calendar.DateRange;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which days of the past are to be read.
@Schema(name = "NewBackfill", description = "Which days of the past are to be read")
record NewBackfill(
        @Schema(
                        required = true,
                        examples = "2026-01-01",
                        description = "The first day, as the vendor labels it")
                LocalDate from,
        @Schema(
                        required = true,
                        examples = "2026-04-01",
                        description = "The first day no longer read")
                LocalDate to,
        @Schema(
                        defaultValue = "31",
                        examples = "31",
                        description = "How many days a part reads, 1 to 366")
                int days) {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String DAYS = "days";
    private static final int MONTH = 31;

    static NewBackfill of(byte[] sent) {
        var body = Body.of(sent, FROM, TO, DAYS);
        var from = body.required(FROM, Kind.DAY);
        var to = body.required(TO, Kind.DAY);
        var days = body.one(DAYS, Kind.whole(AdministerJobs.MOST_DAYS_AT_ONCE)).orElse(MONTH);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            body.reject(TO, "a day after from, " + from.get(), to.get().toString());
        }
        body.requireValid();
        return new NewBackfill(from.orElseThrow(), to.orElseThrow(), days);
    }

    DateRange range() {
        return DateRange.of(from, to);
    }
}

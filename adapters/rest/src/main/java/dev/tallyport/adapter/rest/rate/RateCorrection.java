package dev.tallyport.adapter.rest.rate;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.application.pricing.RateChange;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a rate is instead.
@Schema(
        name = "RateCorrection",
        description = "The price and the days that a rate has instead; what it is for stays")
record RateCorrection(
        @Schema(required = true) PriceView price,
        @Schema(description = "The first day; by default it always held", examples = "2026-12-01")
                Optional<LocalDate> from,
        @Schema(description = "The first day no longer; by default it holds on")
                Optional<LocalDate> until,
        @Schema(
                        description =
                                "The version that this corrects: when the rate is another by now,"
                                        + " nothing is changed",
                        examples = "17")
                Optional<Long> version) {

    static final String VERSION = "version";
    static final String[] MEMBERS = {PriceView.PRICE, GivenDays.FROM, GivenDays.UNTIL, VERSION};

    static RateChange.Correct of(long id, byte[] sent) {
        var body = Body.of(sent, MEMBERS);
        var correction = in(body, id);
        body.requireValid();
        return correction.orElseThrow();
    }

    /// What is wrong is left with the body; empty then.
    static Optional<RateChange.Correct> in(Body body, long id) {
        var price = PriceView.in(body);
        var days = GivenDays.in(body);
        var version = version(body);
        return price.map(money -> new RateChange.Correct(id, money, days, version));
    }

    static OptionalLong version(Body body) {
        return body.oneOrNull(VERSION, Kind.ID)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }
}

package dev.tallyport.adapter.rest.rate;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.application.pricing.RateChange;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A change of rates that alters what past usage costs.
///
/// @param token of the preview
@Schema(
        name = "Repricing",
        description = "A change that alters what past usage costs: one of three")
record Repricing(
        @Schema(description = "A rate to be") @Nullable NewRate add,
        @Schema(description = "A rate to end") @Nullable Ending end,
        @Schema(description = "A rate to correct") @Nullable Correction correct,
        @Schema(description = "Of the preview; to carry it out") @Nullable String token,
        @Schema(
                        description = "Why; to carry it out",
                        maxLength = 1000,
                        examples = "the contract was signed in March")
                @Nullable String reason) {

    private static final String ADD = "add";
    private static final String END = "end";
    private static final String CORRECT = "correct";
    private static final String TOKEN = "token";
    private static final String REASON = "reason";
    private static final String ID = "id";

    @Schema(name = "RateToEnd")
    record Ending(
            @Schema(required = true, examples = "7") long id,
            @Schema(description = "The first day no longer; by default today")
                    @Nullable LocalDate until,
            @Schema(examples = "17") @Nullable Long version) {}

    @Schema(name = "RateToCorrect")
    record Correction(
            @Schema(required = true, examples = "7") long id,
            @Schema(required = true) PriceView price,
            @Schema(description = "The first day; by default it always held")
                    @Nullable LocalDate from,
            @Schema(description = "The first day no longer; by default it holds on")
                    @Nullable LocalDate until,
            @Schema(examples = "17") @Nullable Long version) {}

    /// A change that is to be carried out.
    record Previewed(RateChange change, String token, String reason) {}

    static RateChange of(byte[] sent) {
        var body = Body.of(sent, ADD, END, CORRECT);
        var change = change(body);
        body.requireValid();
        return change.orElseThrow();
    }

    static Previewed previewed(byte[] sent) {
        var body = Body.of(sent, ADD, END, CORRECT, TOKEN, REASON);
        var change = change(body);
        var token = body.required(TOKEN, Kind.text(100));
        var reason = body.required(REASON, Kind.text(1000));
        body.requireValid();
        return new Previewed(change.orElseThrow(), token.orElseThrow(), reason.orElseThrow());
    }

    private static Optional<? extends RateChange> change(Body body) {
        var given = Stream.of(ADD, END, CORRECT).filter(body::has).toList();
        if (given.size() != 1) {
            body.reject("add", "exactly one of add, end, correct", String.join(", ", given));
            return Optional.empty();
        }
        return switch (given.getFirst()) {
            case ADD ->
                    body.object(ADD, NewRate.MEMBERS).flatMap(NewRate::in).map(RateChange.Add::new);
            case END ->
                    body.object(END, ID, GivenDays.UNTIL, RateCorrection.VERSION)
                            .flatMap(Repricing::ending);
            default ->
                    body.object(CORRECT, withId(RateCorrection.MEMBERS))
                            .flatMap(Repricing::correction);
        };
    }

    private static Optional<RateChange.End> ending(Body body) {
        var id = body.required(ID, Kind.ID);
        var until = body.oneOrNull(GivenDays.UNTIL, Kind.DAY);
        var version = RateCorrection.version(body);
        return id.map(number -> new RateChange.End(number, until, version));
    }

    private static Optional<RateChange.Correct> correction(Body body) {
        var id = body.required(ID, Kind.ID);
        var correction = RateCorrection.in(body, id.orElse(0L));
        return id.flatMap(_ -> correction);
    }

    private static String[] withId(String... members) {
        return Stream.concat(Stream.of(ID), Arrays.stream(members)).toArray(String[]::new);
    }
}

package dev.tallyport.connector.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tallyport.connector.spi.ConnectorException;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever the records of the vendor look like: they are understood, or rejected, and never
/// guessed.
public interface AnswerContract extends HttpContract {

    /// What is wrong with a member that is needed.
    enum Flaw {
        MISSING,
        NULL,
        ANOTHER_TYPE,
        NUMBER_BEYOND_BOUNDS;

        private JsonNode value() {
            var json = JsonNodeFactory.instance;
            return switch (this) {
                case MISSING -> json.missingNode();
                case NULL -> json.nullNode();
                case ANOTHER_TYPE -> json.objectNode().put("of", 1);
                case NUMBER_BEYOND_BOUNDS -> json.numberNode(new BigDecimal("1e31"));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    default void aRecordThatCannotBeUnderstoodIsRejectedAndLeavesWhatIsHeld(Flaw flaw) {
        try (var declared = fixture()) {
            for (var member : declared.shape().needed()) {
                try (var fixture = fixture()) {
                    var trial = Trial.afterRead(fixture);
                    Interference.spoilOneRecord(
                            fixture, record -> Json.replace(record, member, flaw.value()));

                    var failure = trial.attempt(fixture.now().plus(Duration.ofMinutes(15)));

                    var when = "after a record with %s %s".formatted(flaw, member);
                    Interference.requireSpoilt(fixture);
                    Breach.unless(
                            trial.isRejected(failure),
                            "a reject, or a failure as MALFORMED_RESPONSE, " + when,
                            failure.map(ConnectorException::toString).orElse("neither"),
                            "read members with the methods of JsonValue and reject what they throw"
                                    + " at; missing and null are not zero");
                    trial.requireTruth(
                            when,
                            "do not cover days of which a record was not understood; what is held"
                                    + " of them stays");
                    fixture.vendor().heal();
                    trial.read(fixture.now().plus(Duration.ofMinutes(30)));
                    trial.requireTruth(when + " was mended", "ask for its days again");
                }
            }
        }
    }

    @Test
    default void aRecordThatWasNotUnderstoodAtFirstIsReadOnceItIsMended() {
        try (var declared = fixture()) {
            var member = declared.shape().needed().getFirst();
            try (var fixture = fixture()) {
                var trial = new Trial(fixture);
                Interference.spoilOneRecord(
                        fixture, record -> Json.replace(record, member, Flaw.NULL.value()));

                trial.attempt(fixture.now());

                var when = "after a first read with a record of which %s is null".formatted(member);
                trial.requireNothingInvented(when, "guess nothing");
                trial.requireHonestCompletion(when);
                fixture.vendor().heal();
                trial.read(fixture.now().plus(Duration.ofMinutes(15)));
                trial.requireTruth(
                        when + " was mended",
                        "do not let the checkpoint pass days of which a record was not understood");
            }
        }
    }

    @Test
    default void aWordThatIsNewIsNotDropped() {
        try (var declared = fixture()) {
            for (var member : declared.shape().words()) {
                try (var fixture = fixture()) {
                    var trial = new Trial(fixture);
                    var word = JsonNodeFactory.instance.textNode("unheard-of");
                    Interference.spoilOneRecord(
                            fixture, record -> Json.replace(record, member, word));

                    var failure = trial.attempt(fixture.now());

                    Interference.requireSpoilt(fixture);
                    if (!trial.isRejected(failure)) {
                        trial.requireTruth(
                                fixture.truth().perDay(),
                                "after a record with an unheard-of %s, which was not rejected,"
                                        .formatted(member),
                                "keep the vendor's own word, or reject the record");
                    }
                }
            }
        }
    }

    @Test
    default void recordsWithoutAnIdAreCountedOrRejected() {
        try (var declared = fixture()) {
            for (var member : declared.shape().ids()) {
                try (var fixture = fixture()) {
                    var trial = new Trial(fixture);
                    Interference.spoilOneRecord(
                            fixture, record -> Json.replace(record, member, Flaw.MISSING.value()));

                    var failure = trial.attempt(fixture.now());

                    Interference.requireSpoilt(fixture);
                    if (!trial.isRejected(failure)) {
                        trial.requireTruth(
                                "after a record without " + member + ", which was not rejected,",
                                "reject it, or make a key from everything that identifies it");
                    }
                }
            }
        }
    }

    @Test
    default void membersThatAreNewChangeNothing() {
        try (var fixture = fixture()) {
            Interference.requireUnmoved(
                    fixture,
                    "with unknown members in every object",
                    Json.spoiling(answer -> {
                        Json.addUnknownMembers(answer, fixture.shape().maps());
                        return true;
                    }),
                    "ignore what is not documented");
        }
    }
}

package dev.tallyport.connector.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.UsageFact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

/// What holds of every batch, whatever is read.
///
/// @param window what the read was restricted to
record BatchLaws(ConnectorDescriptor descriptor, Optional<Interval> window) {

    private static final int MAX_CHECKPOINT_BYTES = 64 << 10;
    private static final int MAX_ATTRIBUTE_BYTES = 64 << 10;
    private static final int MAX_KEY_BYTES = 1024;
    private static final int MAX_ID_BYTES = 200;

    void check(Batch batch) {
        batch.facts().forEach(this::check);
        batch.coverage().forEach(this::check);
        batch.completed().forEach(this::check);
        batch.activities().forEach(BatchLaws::check);
        requireDeclared(Capability.RETRACTION, batch.coverage());
        requireDeclared(Capability.DIRECTORY, batch.directory());
        requireDeclared(Capability.CYCLES, batch.cycles());
        requireDeclared(Capability.ACTIVITIES, batch.activities());
        requireDeclared(Capability.OBSERVATIONS, batch.observations());
        batch.rejects().forEach(reject -> requireLine("the reason of a reject", reject.reason()));
        batch.notes().forEach(note -> requireLine("the message of a note", note.message()));
        batch.checkpoint()
                .ifPresent(checkpoint ->
                        Breach.unless(
                                bytes(checkpoint.value()) <= MAX_CHECKPOINT_BYTES,
                                "a checkpoint of at most 64 KiB",
                                bytes(checkpoint.value()) + " bytes",
                                "remember how far you came, not what you saw"));
    }

    private void check(UsageFact fact) {
        var cut = declared(fact.cut());
        Breach.unless(
                cut.dimensions().containsAll(fact.dimensions().keySet()),
                "facts of cut '%s' know only %s".formatted(cut.id(), cut.dimensions()),
                fact,
                "leave the dimension out, or declare it with the cut");
        Breach.unless(
                cut.unit().isPresent() == fact.unit().isEmpty(),
                "a unit is named by the cut '%s' or by its facts".formatted(cut.id()),
                fact,
                cut.unit().isPresent() ? "leave the fact's unit out" : "name the fact's unit");
        Breach.unless(
                !fact.key().isEmpty() && bytes(fact.key()) <= MAX_KEY_BYTES,
                "a key of 1 to " + MAX_KEY_BYTES + " bytes",
                fact,
                "take the vendor's id, or make a key from what identifies the fact");
        fact.dimensions()
                .forEach((dimension, value) ->
                        Breach.unless(
                                !value.isEmpty() && bytes(value) <= MAX_ID_BYTES,
                                dimension + " of 1 to " + MAX_ID_BYTES + " bytes",
                                fact,
                                "leave out what the vendor does not say; reject what is too long"));
        Breach.unless(
                isWithinBounds(fact.quantity()),
                "a quantity of at most 20 digits before the point and 40 behind it",
                fact.key() + " with a precision of " + fact.quantity().precision(),
                "hand over a reject, as JsonValue.number does for you");
        requireGrain(cut, fact);
        requireWithinWindow("facts", fact.start(), fact.start());
    }

    private void requireGrain(Cut cut, UsageFact fact) {
        switch (cut.grain()) {
            case DAY ->
                    Breach.unless(
                            isStartOfDay(fact.start())
                                    && fact.end().equals(startOf(dayOf(fact.start()).plusDays(1))),
                            "a fact of cut '%s' is one day of %s"
                                    .formatted(cut.id(), descriptor.dayZone()),
                            fact,
                            "begin and end it at the starts of the vendor's days, in the zone that"
                                    + " the descriptor declares");
            case HOUR ->
                    Breach.unless(
                            fact.start().truncatedTo(ChronoUnit.HOURS).equals(fact.start())
                                    && Duration.between(fact.start(), fact.end())
                                            .equals(Duration.ofHours(1)),
                            "a fact of cut '%s' is one hour of UTC".formatted(cut.id()),
                            fact,
                            "begin and end it at the starts of hours");
            case EVENT -> {}
        }
    }

    private void check(Coverage coverage) {
        var cut = declared(coverage.cut());
        Breach.unless(
                cut.dimensions().containsAll(coverage.only().keySet()),
                "coverage of cut '%s' is restricted to %s at most"
                        .formatted(cut.id(), cut.dimensions()),
                coverage,
                "restrict it to dimensions that the cut knows");
        requireWithinWindow("coverage", coverage.start(), coverage.end());
    }

    private void check(Completion completion) {
        declared(completion.cut());
        Breach.unless(
                isStartOfDay(completion.start())
                        && isStartOfDay(completion.end())
                        && !completion.end().isBefore(completion.start()),
                "a completion of whole days of " + descriptor.dayZone(),
                completion,
                "begin and end it at the starts of the vendor's days");
        requireWithinWindow("completion", completion.start(), completion.end());
    }

    private static void check(Activity activity) {
        int attributes =
                activity.attributes().entrySet().stream()
                        .mapToInt(one ->
                                bytes(one.getKey())
                                        + one.getValue().stream().mapToInt(BatchLaws::bytes).sum())
                        .sum();
        Breach.unless(
                bytes(activity.id()) <= MAX_ID_BYTES && attributes <= MAX_ATTRIBUTE_BYTES,
                "an activity's id of at most 200 bytes and attributes of at most 64 KiB",
                activity.id(),
                "hand over a reject for an id, and fewer attributes");
    }

    /// @param end exclusive, or equal to `start` for what is there at that instant
    private void requireWithinWindow(String what, Instant start, Instant end) {
        window.ifPresent(asked ->
                Breach.unless(
                        !start.isBefore(asked.start())
                                && !end.isAfter(asked.end())
                                && start.isBefore(asked.end()),
                        "nothing outside the window [%s, %s) that was asked for"
                                .formatted(asked.start(), asked.end()),
                        what + " of [" + start + ", " + end + ")",
                        "ask for the window of the request alone when there is one"));
    }

    private Cut declared(String id) {
        return descriptor.cuts().stream()
                .filter(cut -> cut.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new Breach(
                                "one of the declared cuts "
                                        + descriptor.cuts().stream().map(Cut::id).toList(),
                                "'" + id + "'",
                                "declare the cut in the descriptor"));
    }

    private void requireDeclared(Capability capability, Collection<?> handed) {
        Breach.unless(
                handed.isEmpty() || descriptor.capabilities().contains(capability),
                "nothing that needs the capability " + capability + ", which is not declared",
                handed,
                "declare the capability, or hand this over no more");
    }

    private static void requireLine(String what, String text) {
        Breach.unless(
                !text.isBlank() && text.lines().count() == 1,
                what + " in one line",
                "'" + text + "'",
                "say in one line what was expected and what was found");
    }

    private boolean isStartOfDay(Instant instant) {
        return startOf(dayOf(instant)).equals(instant);
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, descriptor.dayZone());
    }

    private Instant startOf(LocalDate day) {
        return day.atTime(LocalTime.MIN).atZone(descriptor.dayZone()).toInstant();
    }

    private static boolean isWithinBounds(BigDecimal quantity) {
        return (long) quantity.precision() - quantity.scale() <= 20 && quantity.scale() <= 40;
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}

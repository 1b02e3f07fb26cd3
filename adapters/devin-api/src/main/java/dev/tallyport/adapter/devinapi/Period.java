package dev.tallyport.adapter.devinapi;

import dev.tallyport.application.reporting.FindCycles.Cycles;
import dev.tallyport.application.reporting.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The stretch of time that a client asks about, as far as it says so.
record Period(Optional<Instant> start, Optional<Instant> end) {

    /// A parameter that was given; of several, the last one counts.
    private record Given(String name, String input) {

        static Optional<Given> of(String name, List<String> inputs) {
            return inputs.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Given(name, inputs.getLast()));
        }

        Optional<Instant> instant() {
            return DateTimes.parse(input);
        }

        Optional<ValidationError> error() {
            return instant().isPresent()
                    ? Optional.empty()
                    : Optional.of(ValidationError.noDateTime(name, input));
        }
    }

    /// @throws Refusal naming every parameter that is wrong, even one that another one wins over
    static Period of(ConsumptionParameters parameters) {
        var startDate = Given.of("start_date", parameters.startDate());
        var endDate = Given.of("end_date", parameters.endDate());
        var start = Given.of("start", parameters.start());
        var end = Given.of("end", parameters.end());
        var errors = new ArrayList<ValidationError>();
        for (var given : List.of(startDate, endDate, start, end)) {
            given.flatMap(Given::error).ifPresent(errors::add);
        }
        var from = startDate.or(() -> start);
        var to = endDate.or(() -> end);
        if (errors.isEmpty()) {
            from.flatMap(first -> to.flatMap(last -> orderError(first, last)))
                    .ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return new Period(from.flatMap(Given::instant), to.flatMap(Given::instant));
    }

    private static Optional<ValidationError> orderError(Given start, Given end) {
        return end.instant().orElseThrow().isBefore(start.instant().orElseThrow())
                ? Optional.of(
                        ValidationError.endsBeforeStart(end.name(), end.input(), start.name()))
                : Optional.empty();
    }

    /// From the start of the current cycle to now, where nothing else is said. An end with no start
    /// that lies before the current cycle asks about the cycle it ends in; a start in the future
    /// about nothing.
    Window window(Instant now, Supplier<Cycles> cycles) {
        var until = end.orElseGet(() -> start.filter(now::isBefore).orElse(now));
        return new Window.Instants(start.orElseGet(() -> cycles.get().startBefore(until)), until);
    }
}

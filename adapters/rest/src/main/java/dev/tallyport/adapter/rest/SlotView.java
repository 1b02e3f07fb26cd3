package dev.tallyport.adapter.rest;

import dev.tallyport.domain.usage.Slot;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a slot is written: a day by itself, anything else from when until when.
record SlotView(@Nullable LocalDate day, @Nullable String from, @Nullable String to) {

    static final SlotView NONE = new SlotView(null, null, null);

    static SlotView of(Slot slot) {
        return switch (slot) {
            case Slot.Days(var days) when days.length() == 1 ->
                    new SlotView(days.start(), null, null);
            case Slot.Days(var days) ->
                    new SlotView(null, days.start().toString(), days.end().toString());
            case Slot.Hour(var start, var end) ->
                    new SlotView(null, start.toString(), end.toString());
        };
    }
}

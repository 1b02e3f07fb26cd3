package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.Optional;

/// A row on its way to a file, with what people read in place of its ids.
///
/// @param group what the row names
record Named<R>(R row, Group group, DisplayNames names) {

    Optional<String> name(Dimension dimension) {
        return names.of(group, dimension);
    }
}

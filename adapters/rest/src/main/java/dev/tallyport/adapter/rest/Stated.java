package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A dimension that usage is told apart by.
///
/// @param value null for usage that states none: of nobody known, or tied to no organization
record Stated(@JsonValue @Nullable String value) {

    /// Null, which is not written, when the dimension is not told apart.
    static @Nullable Stated of(Group group, Dimension dimension, Set<Dimension> toldApart) {
        return toldApart.contains(dimension)
                ? new Stated(group.value(dimension).orElse(null))
                : null;
    }
}

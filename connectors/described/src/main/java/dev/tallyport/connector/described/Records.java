package dev.tallyport.connector.described;

import dev.tallyport.connector.spi.Dimension;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the items of an answer mean.
///
/// @param id the member with an id of the vendor's, if there is one
/// @param key members that tell items apart that have the same dimensions
/// @param quantities by the id of the cut
/// @param currency the member with the currency of every amount of money
record Records(
        ItemPath items,
        MemberPath time,
        TimeForm timeForm,
        Map<Dimension, Value> dimensions,
        Optional<MemberPath> id,
        List<MemberPath> key,
        Map<String, Sum> quantities,
        Optional<MemberPath> currency,
        Optional<People> people) {

    Records {
        dimensions = Map.copyOf(dimensions);
        key = List.copyOf(key);
        quantities = Map.copyOf(quantities);
    }

    /// What a dimension is taken from.
    sealed interface Value {

        record Constant(String text) implements Value {}

        record Member(MemberPath path) implements Value {}
    }

    /// What items tell of the person in their dimension `user`.
    record People(Optional<MemberPath> name, Optional<MemberPath> email) {}
}

package dev.tallyport.connector.spi;

import java.util.Optional;
import java.util.Set;

/// One way in which a vendor divides one meter. Facts within a cut are disjoint; facts of two cuts
/// are never added.
///
/// @param id lower-case letters, digits and dashes; unique in the connector, never changed
/// @param meter what is measured, such as `acus`
/// @param unit what one of it is, such as `ACU`
/// @param dimensions what its facts know; a fact leaves one out that does not apply to it
/// @param total says that these facts are the vendor's own totals of another cut; they are compared
///   with their parts and never answer a question
public record Cut(
        String id, String meter, String unit, Set<Dimension> dimensions, Optional<Total> total) {

    /// What totals are the totals of.
    ///
    /// @param of the id of the cut with the parts
    /// @param per the dimensions that each of these totals names; parts that name none of them are
    ///   not in it
    /// @param residual whether each total is of one day, and what it has beyond its parts is held
    ///   as usage of nobody known. Otherwise a total is only compared with the parts that share its
    ///   dimension values, over its own interval.
    public record Total(String of, Set<Dimension> per, boolean residual) {

        public Total {
            per = Set.copyOf(per);
        }
    }

    public Cut {
        dimensions = Set.copyOf(dimensions);
        if (total.isPresent() && !dimensions.containsAll(total.get().per())) {
            throw new IllegalArgumentException(
                    "cut '%s' is stated per %s but knows only %s"
                            .formatted(id, total.get().per(), dimensions));
        }
    }
}

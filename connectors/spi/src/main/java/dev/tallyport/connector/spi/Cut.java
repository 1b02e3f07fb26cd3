package dev.tallyport.connector.spi;

import java.util.Optional;
import java.util.Set;

/// One way in which a vendor divides one meter. Facts within a cut are disjoint; facts of two cuts
/// are never added.
///
/// @param id lower-case letters, digits and dashes; unique in the connector, never changed
/// @param meter what is measured, such as `acus`
/// @param unit what one of it is, such as `ACU`; empty where each fact names its own, as invoices
///   in several currencies do. Quantities of two units are never added.
/// @param dimensions what its facts know; a fact leaves one out that does not apply to it
/// @param grain how finely its facts are stated in time
/// @param money what an amount of it says, when it measures money
/// @param total says that these facts are the vendor's own totals of another cut; they are compared
///   with their parts and never answer a question
public record Cut(
        String id,
        String meter,
        Optional<String> unit,
        Set<Dimension> dimensions,
        Grain grain,
        Optional<MoneyKind> money,
        Optional<Total> total) {

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

    /// Usage of days in one unit that is no money.
    public Cut(
            String id,
            String meter,
            String unit,
            Set<Dimension> dimensions,
            Optional<Total> total) {
        this(id, meter, Optional.of(unit), dimensions, Grain.DAY, Optional.empty(), total);
    }

    /// Usage of days in one unit that is no money, and no total of anything.
    public static Cut of(String id, String meter, String unit, Set<Dimension> dimensions) {
        return new Cut(id, meter, unit, dimensions, Optional.empty());
    }

    public Cut withGrain(Grain grain) {
        return new Cut(id, meter, unit, dimensions, grain, money, total);
    }

    /// An amount of money; its unit is the currency's ISO 4217 code.
    public Cut withMoney(MoneyKind kind) {
        return new Cut(id, meter, unit, dimensions, grain, Optional.of(kind), total);
    }

    /// The same where each fact names its unit.
    public Cut withUnitOfFacts() {
        return new Cut(id, meter, Optional.empty(), dimensions, grain, money, total);
    }

    public Cut withTotal(Total total) {
        return new Cut(id, meter, unit, dimensions, grain, money, Optional.of(total));
    }
}

package dev.tallyport.application.limit;

import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.source.SourceName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A limit as a vendor states it, and what counts against it as far as that is known.
///
/// @param name the vendor's limits differ by it in what they are of, such as `acu-limit-cloud`
/// @param most zero allows nothing; empty for no limit
/// @param isOfEachUser whether it holds for each user without a limit of their own
/// @param word what the vendor says beside it, such as when a budget begins anew
/// @param since when it was first seen, or the begin of the stretch that it is stated of
/// @param used in the same unit; empty where the source does not say
/// @param cycle in which it was used; empty where the vendor itself states what was used, or
///   nothing is put beside the limit
public record StatedLimit(
        SourceName source,
        String name,
        Optional<String> user,
        Optional<String> organization,
        Optional<String> product,
        Optional<BigDecimal> most,
        String unit,
        boolean isOfEachUser,
        Optional<String> word,
        Instant since,
        Optional<BigDecimal> used,
        Optional<BillingCycle> cycle) {

    /// Where a limit stands in a list; what is not stated comes first.
    public record Place(
            SourceName source, String name, String organization, String user, String product)
            implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::source)
                        .thenComparing(Place::name)
                        .thenComparing(Place::organization)
                        .thenComparing(Place::user)
                        .thenComparing(Place::product);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    public Place place() {
        return new Place(
                source, name, organization.orElse(""), user.orElse(""), product.orElse(""));
    }
}

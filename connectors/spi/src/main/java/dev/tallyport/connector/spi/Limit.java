package dev.tallyport.connector.spi;

import java.util.Set;

/// Says that observations of a name are limits, each of whom its dimensions name, and what counts
/// against them. Zero allows nothing; whoever is not limited is stated as zero with the word
/// [#UNLIMITED], so that a limit that was lifted does not go on.
///
/// @param name the observations'
public record Limit(String name, Against against) {

    /// The word of an observation that says that there is no limit.
    public static final String UNLIMITED = "unlimited";

    /// What counts against a limit.
    public sealed interface Against {

        /// What was used of a meter in the billing cycle under way.
        ///
        /// @param products the only ones that count; empty for all
        record Usage(String meter, Set<String> products) implements Against {

            public Usage {
                products = Set.copyOf(products);
            }
        }

        /// What the vendor itself states, of the same dimensions and the same time.
        ///
        /// @param name the observations'
        record Stated(String name) implements Against {}

        /// It is stated once and holds for each user without a limit of their own.
        record EachUser() implements Against {}
    }
}

package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.BillingPeriod;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.util.List;
import java.util.Optional;

/// What is asked of Devin, whichever generation of its API answers.
///
/// @see DevinV2
/// @see DevinV3
sealed interface DevinApi permits DevinV2, DevinV3 {

    /// How this generation divides consumption.
    DevinCuts cuts();

    /// Every billing cycle from inception on, oldest first.
    List<BillingPeriod> cycles();

    /// Who and what the vendor lists now, with the list entries that could not be understood.
    ///
    /// @param known what was listed before
    Listing listing(Parts parts, List<DirectoryEntry> known);

    /// @param entries those that could be understood
    record Listing(List<DirectoryEntry> entries, List<Reject> rejects) {}

    Series enterprise(Span span);

    /// Empty when the vendor does not know the organization.
    Optional<Series> organization(String organization, Span span);

    /// A person's or service user's own series. Empty when the vendor does not know them.
    Optional<Series> user(DirectoryEntry user, Span span);

    /// The part of it that is tied to an organization. Empty when the vendor does not know either.
    Optional<Series> userIn(String organization, DirectoryEntry user, Span span);

    /// Tries whatever is stated beside consumption.
    void probe(BillingPeriod period, Parts parts);

    /// Reads whatever is stated beside consumption.
    void readBeside(Occasion occasion, Parts parts, Bookmark bookmark, Sink sink);
}
